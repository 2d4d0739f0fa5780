package org.wengert.nn.optim;

/** A function of many numbers that is to be made small, and its gradient. */
@FunctionalInterface
interface Objective {
    /**
     * The value at {@code x}.
     *
     * @param x        where; who computes with fewer digits writes back what it computed with
     * @param gradient takes the gradient there
     */
    double evaluate(double[] x, double[] gradient);

    /** The value at a point with all that is known there. */
    default Point at(double... x) {
        double[] gradient = new double[x.length];
        double value = evaluate(x, gradient);
        return new Point(x, value, gradient);
    }
}
