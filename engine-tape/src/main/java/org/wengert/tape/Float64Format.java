package org.wengert.tape;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/**
 * How a 64-bit number is put together, for one vector of them, and what follows from that for exponentials and
 * logarithms. Not a source of the float32 kernels: {@link Float32Format} is written by hand beside it.
 */
final class Float64Format {
    /** Where |x| is less, {@code e^x} and {@code e^-x} are normal numbers. */
    static final double EXP_LIMIT = 700;

    /** Where |x| is less, so are they with {@code x^2 / 2} in place of x. */
    static final double BELL_LIMIT = 37;

    /** Where |x| is less, so are they with the cubic of the tanh form of gelu in place of x. */
    static final double CUBIC_LIMIT = 19;

    /** The least number that is not subnormal. */
    static final double NORMAL = 0x1p-1022;

    static final double LOG2_E = 0x1.71547652b82fep0;

    /** The natural logarithm of 2 in two parts; the upper ends in so many zeros that an exponent times it is exact. */
    static final double LN2_HIGH = 0x1.62e42fefa3800p-1;

    static final double LN2_LOW = 0x1.ef35793c76730p-45;

    /** A number so large that what is added to it is rounded to a whole number, which then stands in its last bits. */
    static final double WHOLE = 0x1.8p52;

    private static final int SHIFT = 52;
    private static final long BIAS = 1023;
    private static final long FRACTION = (1L << SHIFT) - 1;

    /** The bits of 0.75, where significands begin, and what makes of them those of 1. */
    private static final long BEGIN = 0x3fe8000000000000L;

    private static final long BEGIN_TO_ONE = (BIAS << SHIFT) - BEGIN;

    /** The bits of 2^52, the last of which count units. */
    private static final long UNITS = (BIAS + SHIFT) << SHIFT;

    private static final double UNITS_AND_BIAS = 0x1p52 + BIAS;

    private Float64Format() {}

    /** {@code 2^k y}, for {@code k} as {@code WHOLE + k}; {@code y} and the result are normal numbers, else anything. */
    static DoubleVector scaled(DoubleVector y, DoubleVector whole) {
        return whole.reinterpretAsLongs()
                .lanewise(VectorOperators.LSHL, SHIFT)
                .add(y.reinterpretAsLongs())
                .reinterpretAsDoubles();
    }

    /** {@code 2^k}, likewise. */
    static DoubleVector power(DoubleVector whole) {
        return whole.reinterpretAsLongs()
                .add(BIAS)
                .lanewise(VectorOperators.LSHL, SHIFT)
                .reinterpretAsDoubles();
    }

    /** The {@code k} in {@code x = 2^k m} with {@code 0.75 <= m < 1.5}, for positive normal numbers. */
    static DoubleVector exponent(DoubleVector x) {
        return x.reinterpretAsLongs()
                .add(BEGIN_TO_ONE)
                .lanewise(VectorOperators.LSHR, SHIFT)
                .or(UNITS)
                .reinterpretAsDoubles()
                .sub(UNITS_AND_BIAS);
    }

    /** The {@code m}, likewise. */
    static DoubleVector significand(DoubleVector x) {
        return x.reinterpretAsLongs().add(BEGIN_TO_ONE).and(FRACTION).add(BEGIN).reinterpretAsDoubles();
    }
}
