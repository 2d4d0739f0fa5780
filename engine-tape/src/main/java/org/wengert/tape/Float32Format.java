package org.wengert.tape;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The twin of {@link Float64Format} for 32-bit numbers.
 */
final class Float32Format {
    /** Where |x| is less, {@code e^x} and {@code e^-x} are normal numbers. */
    static final float EXP_LIMIT = 86;

    /** Where |x| is less, so are they with {@code x^2 / 2} in place of x. */
    static final float BELL_LIMIT = 13;

    /** Where |x| is less, so are they with the cubic of the tanh form of gelu in place of x. */
    static final float CUBIC_LIMIT = 9;

    /** The least number that is not subnormal. */
    static final float NORMAL = 0x1p-126f;

    static final float LOG2_E = 0x1.715476p0f;

    /** The natural logarithm of 2 in two parts; the upper ends in so many zeros that an exponent times it is exact. */
    static final float LN2_HIGH = 0x1.62e4p-1f;

    static final float LN2_LOW = 0x1.7f7d1cp-20f;

    /** A number so large that what is added to it is rounded to a whole number, which then stands in its last bits. */
    static final float WHOLE = 0x1.8p23f;

    private static final int SHIFT = 23;
    private static final int BIAS = 127;
    private static final int FRACTION = (1 << SHIFT) - 1;

    /** The bits of 0.75, where significands begin, and what makes of them those of 1. */
    private static final int BEGIN = 0x3f400000;

    private static final int BEGIN_TO_ONE = (BIAS << SHIFT) - BEGIN;

    /** The bits of 2^23, the last of which count units. */
    private static final int UNITS = (BIAS + SHIFT) << SHIFT;

    private static final float UNITS_AND_BIAS = 0x1p23f + BIAS;

    private Float32Format() {}

    /** {@code 2^k y}, for {@code k} as {@code WHOLE + k}; {@code y} and the result are normal numbers, else anything. */
    static FloatVector scaled(FloatVector y, FloatVector whole) {
        return whole.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, SHIFT)
                .add(y.reinterpretAsInts())
                .reinterpretAsFloats();
    }

    /** {@code 2^k}, likewise. */
    static FloatVector power(FloatVector whole) {
        return whole.reinterpretAsInts()
                .add(BIAS)
                .lanewise(VectorOperators.LSHL, SHIFT)
                .reinterpretAsFloats();
    }

    /** The {@code k} in {@code x = 2^k m} with {@code 0.75 <= m < 1.5}, for positive normal numbers. */
    static FloatVector exponent(FloatVector x) {
        return x.reinterpretAsInts()
                .add(BEGIN_TO_ONE)
                .lanewise(VectorOperators.LSHR, SHIFT)
                .or(UNITS)
                .reinterpretAsFloats()
                .sub(UNITS_AND_BIAS);
    }

    /** The {@code m}, likewise. */
    static FloatVector significand(FloatVector x) {
        return x.reinterpretAsInts().add(BEGIN_TO_ONE).and(FRACTION).add(BEGIN).reinterpretAsFloats();
    }
}
