package org.wengert.tape;

import static org.wengert.tape.Float64Format.LN2_HIGH;
import static org.wengert.tape.Float64Format.LN2_LOW;
import static org.wengert.tape.Float64Format.LOG2_E;
import static org.wengert.tape.Float64Format.WHOLE;
import static org.wengert.tape.Float64Vectors.all;
import static org.wengert.tape.Float64Vectors.one;

import jdk.incubator.vector.DoubleVector;

/**
 * The steps of an exponential for one vector of numbers, {@code e^x = 2^k e^r} with {@code |r| <= ln(2)/2} (Cody and
 * Waite 1980), for {@code |x|} up to {@link Float64Format#EXP_LIMIT}. They are made of operations that are rounded in one
 * way only, so that a loop gives the same bits before and after it is compiled, which the Vector API's own functions do
 * not. Loops call the steps one by one: a method that puts them together is soon compiled on its own, and is then too
 * large to be inlined into a loop, so that each vector would be an object.
 */
final class Float64Exponential {
    private Float64Exponential() {}

    /** {@code WHOLE + k}, where k is the whole number next to {@code x / ln 2}. */
    static DoubleVector whole(DoubleVector x) {
        return x.fma(all(LOG2_E), all(WHOLE));
    }

    /** {@code r = x - k ln 2}, the first subtraction of which is exact. */
    static DoubleVector rest(DoubleVector x, DoubleVector whole) {
        DoubleVector k = whole.sub(WHOLE);
        return k.fma(all(-LN2_LOW), k.fma(all(-LN2_HIGH), x));
    }

    /** {@code e^r}; what the sum of 1 and r loses is added to what follows it, so that e^x is within 0.8 units. */
    static DoubleVector power(DoubleVector r) {
        DoubleVector sum = r.add(1);
        DoubleVector lost = one().sub(sum).add(r);
        return Float64Polynomial.of(Float64Coefficients.EXP, r)
                .fma(r.mul(r), lost)
                .add(sum);
    }

    /** {@code e^r - 1}. */
    static DoubleVector powerLess1(DoubleVector r) {
        return Float64Polynomial.of(Float64Coefficients.EXP, r).fma(r.mul(r), r);
    }
}
