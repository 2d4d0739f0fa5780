package org.wengert.nn.io;

import org.wengert.op.Numerics;

/**
 * The tail {@code Phi(-a)} of the standard normal distribution for {@code a} from 0 to 10, as additions, products, one
 * quotient and one exponential: {@code e^(-a^2/2) p(u)} with {@code u = FACTOR t + FACTOR - 1} and
 * {@code t = (a - CENTRE) / (a + CENTRE)}, which is from -1 to 1. The polynomial p is that of interpolation at Chebyshev's
 * points. {@code a Phi(-a)} is right to 1e-15.
 */
final class NormalTail {
    /** The tail beyond is below 1e-23. */
    static final double REACH = 10;

    /** Where t is 0: the choice with which the coefficients fall fastest. */
    static final double CENTRE = 5;

    /** Stretches t, which ends at 1/3, so that u ends at 1. */
    static final double FACTOR = 2 / ((REACH - CENTRE) / (REACH + CENTRE) + 1);

    private static final int TERMS = 20;

    private NormalTail() {}

    /** Those of p, that of the constant first. */
    static double[] coefficients() {
        double[] coefficients = new double[TERMS];
        double[] chebyshev = {1};
        double[] next = {0, 1};
        for (int k = 0; k < TERMS; k++) {
            double weight = weight(k);
            for (int i = 0; i < chebyshev.length; i++) {
                coefficients[i] += weight * chebyshev[i];
            }
            double[] afterNext = after(chebyshev, next);
            chebyshev = next;
            next = afterNext;
        }
        return coefficients;
    }

    /** {@code T(k+1) = 2 u T(k) - T(k-1)}. */
    private static double[] after(double[] before, double[] last) {
        double[] polynomial = new double[last.length + 1];
        for (int i = 0; i < last.length; i++) {
            polynomial[i + 1] = 2 * last[i];
        }
        for (int i = 0; i < before.length; i++) {
            polynomial[i] -= before[i];
        }
        return polynomial;
    }

    private static double weight(int k) {
        double sum = 0;
        for (int j = 0; j < TERMS; j++) {
            double angle = Math.PI * (j + 0.5) / TERMS;
            sum += scaledTail(Math.cos(angle)) * Math.cos(k * angle);
        }
        return (k == 0 ? 1 : 2) * sum / TERMS;
    }

    private static double scaledTail(double u) {
        double t = (u + 1) / FACTOR - 1;
        double a = CENTRE * (1 + t) / (1 - t);
        return Numerics.normalDistribution(-a) * Math.exp(a * a / 2);
    }
}
