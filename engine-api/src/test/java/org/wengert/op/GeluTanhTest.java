package org.wengert.op;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.Test;

/** The tanh form of gelu against 60 digits, from where it is half of its argument to where its exponential underflows. */
class GeluTanhTest {
    /** Measured: 3.5; with a wrong sign in the exponent's correction it is ten thousand. */
    private static final double ULPS = 4;

    private static final int EACH = 500;
    private static final DfpField DIGITS = new DfpField(60);
    private static final Dfp FACTOR = DIGITS.getPi().reciprocal().multiply(8).sqrt();
    private static final Dfp CUBIC = DIGITS.newDfp(0.044715);

    private static double[] points() {
        Random random = new Random(7);
        return DoubleStream.of(1e-3, 0.1, 0.5, 1, 2, 4, 8, 21)
                .flatMap(size -> random.doubles(EACH, -size, size))
                .toArray();
    }

    /** {@code x / (1 + e^-v)} with {@code v = 2 sqrt(2/pi) (x + 0.044715 x^3)}. */
    private static Dfp exact(double number) {
        Dfp x = DIGITS.newDfp(number);
        Dfp v = x.multiply(x).multiply(CUBIC).add(1).multiply(x).multiply(FACTOR);
        return x.divide(v.negate().exp().add(1));
    }

    @Test
    void isWithinItsBound() {
        double worst = 0;
        double at = 0;
        for (double x : points()) {
            Dfp expected = exact(x);
            Dfp off = expected.subtract(DIGITS.newDfp(Numerics.geluTanh(x))).abs();
            double error = off.toDouble() / Math.ulp(expected.toDouble());
            assertTrue(Double.isFinite(error), "no number at " + x);
            if (error > worst) {
                worst = error;
                at = x;
            }
        }
        assertTrue(worst <= ULPS, worst + " units in the last place at " + at);
    }
}
