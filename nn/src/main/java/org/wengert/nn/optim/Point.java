package org.wengert.nn.optim;

import java.util.Arrays;

/** A point, and value and gradient of an objective there. */
record Point(double[] x, double value, double[] gradient) {
    /** The largest absolute number of the gradient. */
    double steepness() {
        return Arrays.stream(gradient).map(Math::abs).max().orElse(0);
    }

    /** How fast the value changes in a direction. */
    double slope(double... direction) {
        return dot(gradient, direction);
    }

    /** The sum of products, in order. */
    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
