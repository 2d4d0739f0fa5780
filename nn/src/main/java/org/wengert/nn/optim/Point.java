package org.wengert.nn.optim;

import java.util.Arrays;

/** A point, and value and gradient of an objective there. */
record Point(double[] x, double value, double[] gradient) {
    /** The largest absolute number of the gradient. */
    double steepness() {
        return Arrays.stream(gradient).map(Math::abs).max().orElse(0);
    }

    /** Whether value and gradient are. */
    boolean isFinite() {
        return Double.isFinite(value) && Arrays.stream(gradient).allMatch(Double::isFinite);
    }

    /** The same, but where its gradient is not finite no value either: nobody can go on from there. */
    Point orNaN() {
        return isFinite() ? this : new Point(x, Double.NaN, gradient);
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
