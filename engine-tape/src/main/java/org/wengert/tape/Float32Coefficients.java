package org.wengert.tape;

/**
 * The twin of {@link Float64Coefficients} for 32-bit numbers: shorter, for they have fewer digits to get right.
 */
final class Float32Coefficients {
    /**
     * {@code (e^r - 1 - r) / r^2} for {@code |r| <= ln(2)/2}; {@code e^r - 1} comes out within 2^-28 of itself.
     */
    static final float[] EXP = {
        0.5f, 0.166666657f, 0.0416663587f, 0.00833338965f, 0.00139406684f, 0.000198458612f,
    };

    /**
     * {@code (ln(1 + f) - f + f^2/2) / f^3} for {@code -1/4 <= f <= 1/2}; the logarithm comes out within 2^-27 of itself.
     */
    static final float[] LOG = {
        0.333333403f,
        -0.250001639f,
        0.199996054f,
        -0.166552901f,
        0.142762318f,
        -0.127278522f,
        0.117008351f,
        -0.0911618024f,
        0.0376709923f,
        0,
    };

    /**
     * {@code ((1 + 2z) e^(z^2) erfc(z) - 1) / (t + 1)} in {@code t = (z - 3.75) / (z + 3.75)} for {@code 0 <= z <= 28}; erfc
     * comes out within 2^-27 of itself.
     */
    static final float[] ERFC = {
        0.237512633f,
        -0.377753228f,
        0.381338865f,
        -0.299061894f,
        0.190254226f,
        -0.0979526341f,
        0.0392817892f,
        -0.0109055033f,
        0.0010962073f,
        0.000623288215f,
        -0.000244877505f,
        0,
    };

    private Float32Coefficients() {}
}
