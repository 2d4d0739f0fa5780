package org.wengert.bench.suite;

import org.wengert.nn.Activation;

/**
 * The loops that a step written by hand is made of, in one storage and precision. Matrices are row-major; arguments fit.
 *
 * @param <B> an array of numbers
 */
interface StepKernels<B> {
    /** In words: precision, kernels, threads. */
    String description();

    /** A new array of these numbers. */
    B of(double... numbers);

    /** The numbers of an array, as a copy. */
    double[] numbers(B array);

    /**
     * {@code c = a b}, {@code a} being {@code [m, k]}, {@code b} {@code [k, n]} and {@code c} {@code [m, n]}.
     *
     * @param transposeA whether {@code a} is stored as {@code [k, m]}
     * @param transposeB whether {@code b} is stored as {@code [n, k]}
     */
    void product(boolean transposeA, boolean transposeB, int m, int k, int n, B a, B b, B c);

    /** {@code y[i,j] = f(y[i,j] + bias[j])}. */
    void biasAndActivation(Activation f, B bias, B y, int rows, int columns);

    /** {@code g = g f'}, the slope told by the activation's result {@code y}. */
    void slope(Activation f, B y, B g, int n);

    /** {@code sums[j] = sum over i of g[i,j]}. */
    void sumRows(B g, B sums, int rows, int columns);

    /** The loss of outputs {@code y [rows, columns]}; writes its gradient to {@code g}. */
    double loss(Workload.Objective objective, B y, B targets, B g, int rows, int columns);

    /** {@code w -= rate g}. */
    void sgd(double rate, B w, B g, int n);

    /** {@code m = b1 m + (1-b1) g, v = b2 v + (1-b2) g^2, w -= rate/(1-b1^t) m / (sqrt(v)/sqrt(1-b2^t) + eps)}. */
    void adam(double rate, long t, B w, B g, B m, B v, int n);
}
