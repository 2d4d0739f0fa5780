package org.wengert.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.Test;

/** The hyperbolic tangent of the table against 60 digits. */
class TanhTest {
    /** As its documentation says; measured: 0.82 below the seam at 0.7, 1.04 above it. */
    private static final double ULPS = 1.1;

    private static final double SEAM = 0.7;
    private static final int EACH = 500;
    private static final DfpField DIGITS = new DfpField(60);

    private static double[] points() {
        Random random = new Random(5);
        return DoubleStream.of(1e-300, 1e-12, 1e-3, 0.1, 0.3, 0.6, SEAM, 0.71, 0.8, 1, 2, 6, 19.9)
                .flatMap(size -> random.doubles(EACH, size / 2, size))
                .toArray();
    }

    private static Dfp exact(double x) {
        if (x < 1e-10) {
            return DIGITS.newDfp(x); // the next term of the series is 21 digits below
        }
        Dfp e = DIGITS.newDfp(2 * x).exp();
        return e.subtract(1).divide(e.add(1));
    }

    @Test
    void isWithinItsBound() {
        double worst = 0;
        double at = 0;
        for (double x : points()) {
            Dfp expected = exact(x);
            Dfp off = expected.subtract(DIGITS.newDfp(Numerics.tanh(x))).abs();
            double error = off.toDouble() / Math.ulp(expected.toDouble());
            assertTrue(Double.isFinite(error), "no number at " + x);
            if (error > worst) {
                worst = error;
                at = x;
            }
        }
        assertTrue(worst <= ULPS, worst + " units in the last place at " + at);
    }

    @Test
    void isOdd() {
        for (double x : points()) {
            assertEquals(-Numerics.tanh(x), Numerics.tanh(-x), 0);
        }
    }

    @Test
    void doesNotFallWhereItsFormsMeet() {
        double x = SEAM;
        for (int i = 0; i < EACH; i++) {
            x = Math.nextDown(x);
        }
        double before = Numerics.tanh(x);
        for (int i = 0; i < 2 * EACH; i++) {
            x = Math.nextUp(x);
            double y = Numerics.tanh(x);
            assertTrue(y >= before, "at " + x);
            before = y;
        }
    }

    @Test
    void isExactAtItsEnds() {
        assertEquals(0, Double.compare(0.0, Numerics.tanh(0.0)));
        assertEquals(0, Double.compare(-0.0, Numerics.tanh(-0.0)));
        assertEquals(Double.MIN_VALUE, Numerics.tanh(Double.MIN_VALUE));
        assertEquals(1, Numerics.tanh(Double.POSITIVE_INFINITY));
        assertEquals(-1, Numerics.tanh(Double.NEGATIVE_INFINITY));
        assertEquals(1, Numerics.tanh(Double.MAX_VALUE));
        assertEquals(Double.NaN, Numerics.tanh(Double.NaN));
    }
}
