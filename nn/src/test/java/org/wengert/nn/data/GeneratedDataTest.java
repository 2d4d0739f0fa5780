package org.wengert.nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.wengert.nn.Refused;

class GeneratedDataTest {
    @Test
    void moonsLieOnTheirHalfCircles() {
        DataSet moons = Moons.of(101, 0, 1);
        int upper = 0;
        for (int i = 0; i < moons.size(); i++) {
            double[] point = moons.row(i);
            boolean up = moons.target(i)[0] < 0;
            upper += up ? 1 : 0;
            double x = up ? point[0] : 1 - point[0];
            double y = up ? point[1] : 0.5 - point[1];
            assertEquals(1, x * x + y * y, 1e-15);
            assertTrue(y >= 0);
            assertEquals(up ? 0 : 1, moons.classOf(i));
        }
        assertEquals(50, upper);
        assertEquals(TargetKind.SIGNS, moons.kind());
        assertEquals(1, moons.outputs());
        double[] sorted = moons.targetNumbers();
        Arrays.sort(sorted);
        assertFalse(Arrays.equals(moons.targetNumbers(), sorted), "not shuffled");
    }

    @Test
    void noiseOfMoonsHasTheDeviationAskedFor() {
        double sum = 0;
        DataSet noisy = Moons.of(2000, 0.1, 5);
        for (int i = 0; i < noisy.size(); i++) {
            double[] point = noisy.row(i);
            boolean up = noisy.target(i)[0] < 0;
            double radius = Math.hypot(up ? point[0] : 1 - point[0], up ? point[1] : 0.5 - point[1]);
            sum += (radius - 1) * (radius - 1);
        }
        assertEquals(0.1, Math.sqrt(sum / noisy.size()), 0.006);
    }

    @Test
    void generatedDataFollowsFromItsSeed() {
        assertArrayEquals(Moons.of(20, 0.1, 3).row(7), Moons.of(20, 0.1, 3).row(7));
        assertFalse(
                Arrays.equals(Moons.of(20, 0.1, 3).row(7), Moons.of(20, 0.1, 4).row(7)));
        assertArrayEquals(
                SeedRegression.of(20, 3).row(7), SeedRegression.of(20, 3).row(7));
    }

    @Test
    void theRegressionIsItsFormulaAndNoiseOfAFifth() {
        DataSet data = SeedRegression.of(5000, 1);
        double sum = 0;
        double largest = 0;
        for (int i = 0; i < data.size(); i++) {
            double x = data.row(i)[0];
            double y = data.row(i)[1];
            double z = data.row(i)[2];
            double noise = data.target(i)[0] - (0.04 * x * x + 0.07 * x * y - z);
            sum += noise * noise;
            largest = Math.max(largest, Math.max(Math.abs(x), Math.max(Math.abs(y), Math.abs(z))));
        }
        assertEquals(0.2, Math.sqrt(sum / data.size()), 0.006);
        assertTrue(largest <= 5 && largest > 4.99);
    }

    @Test
    void generatedDataThatCannotBeIsRefused() {
        Refused.with(
                DataException.class,
                "moons: at least 2 samples and a finite noise from 0 are needed: got 1 samples and noise 0.1",
                () -> Moons.of(1, 0.1, 1));
        Refused.with(
                DataException.class,
                "moons: at least 2 samples and a finite noise from 0 are needed: got 10 samples and noise NaN",
                () -> Moons.of(10, Double.NaN, 1));
        Refused.with(
                DataException.class, "regression: at least 1 sample is needed: got 0", () -> SeedRegression.of(0, 1));
    }
}
