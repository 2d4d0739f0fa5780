package org.wengert.tape;

import static org.wengert.tape.Float64Vectors.all;

import jdk.incubator.vector.DoubleVector;

/** The value of a polynomial for one vector of numbers. */
final class Float64Polynomial {
    private Float64Polynomial() {}

    /**
     * {@code c[0] + c[1] x + c[2] x^2 + ...}. Even and odd powers are added up apart, which halves the time that one
     * addition waits for another. This is a loop, which the compiler unrolls, because each call of the Vector API counts
     * in the compiler's limit for what it inlines into a kernel; written out, they are too many.
     *
     * @param c an even number of coefficients, and a constant where this is inlined
     */
    static DoubleVector of(double[] c, DoubleVector x) {
        DoubleVector square = x.mul(x);
        DoubleVector even = all(c[c.length - 2]);
        DoubleVector odd = all(c[c.length - 1]);
        for (int i = c.length - 4; i >= 0; i -= 2) {
            even = even.fma(square, all(c[i]));
            odd = odd.fma(square, all(c[i + 1]));
        }
        return odd.fma(x, even);
    }
}
