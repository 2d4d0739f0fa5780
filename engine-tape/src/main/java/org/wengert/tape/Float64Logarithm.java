package org.wengert.tape;

import static org.wengert.tape.Float64Format.LN2_HIGH;
import static org.wengert.tape.Float64Format.LN2_LOW;
import static org.wengert.tape.Float64Vectors.all;

import jdk.incubator.vector.DoubleVector;

/**
 * The steps of a logarithm for one vector of numbers, {@code ln x = k ln 2 + ln(1 + f)} with {@code x = 2^k (1 + f)} and
 * {@code -1/4 <= f <= 1/2}. Made, and called one by one, like those of {@link Float64Exponential}.
 */
final class Float64Logarithm {
    private static final double HALF = (double) 0.5;

    private Float64Logarithm() {}

    /** {@code (ln(1 + f) - f) / f^2}. */
    static DoubleVector curve(DoubleVector f) {
        return Float64Polynomial.of(Float64Coefficients.LOG, f).fma(f, all(-HALF));
    }

    /** {@code k ln 2 + f + f^2 curve}; what the sum of the larger two loses is added to the rest. */
    static DoubleVector sum(DoubleVector k, DoubleVector f, DoubleVector curve) {
        DoubleVector large = k.mul(LN2_HIGH);
        DoubleVector sum = large.add(f);
        DoubleVector lost = large.sub(sum).add(f);
        return curve.fma(f.mul(f), k.fma(all(LN2_LOW), lost)).add(sum);
    }
}
