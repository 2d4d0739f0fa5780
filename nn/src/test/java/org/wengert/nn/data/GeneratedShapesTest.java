package org.wengert.nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.wengert.nn.Randoms;
import org.wengert.nn.Refused;

class GeneratedShapesTest {
    private static int[] counts(DataSet data) {
        int[] counts = new int[data.classNames().size()];
        IntStream.range(0, data.size()).forEach(i -> counts[data.classOf(i)]++);
        return counts;
    }

    private static void assertShuffled(DataSet data) {
        double[] sorted = data.targetNumbers();
        Arrays.sort(sorted);
        assertFalse(Arrays.equals(data.targetNumbers(), sorted), "not shuffled");
    }

    @Test
    void circlesLieOnTheirRadii() {
        DataSet circles = Circles.of(101, 0, 0.3, Randoms.seeded(1));

        for (int i = 0; i < circles.size(); i++) {
            double[] point = circles.row(i);
            double radius = circles.target(i)[0] < 0 ? 1 : 0.3;
            assertEquals(radius, Math.hypot(point[0], point[1]), 1e-15);
        }
        assertArrayEquals(new int[] {50, 51}, counts(circles));
        assertEquals(TargetKind.SIGNS, circles.kind());
        assertEquals(List.of("outer", "inner"), circles.classNames());
        assertShuffled(circles);
    }

    @Test
    void aCircleGoesAllAroundInEvenSteps() {
        DataSet circles = Circles.of(200, 0, 0.5, Randoms.seeded(1));
        double[] angles = IntStream.range(0, 200)
                .filter(i -> circles.classOf(i) == 0)
                .mapToDouble(i -> Math.atan2(circles.row(i)[1], circles.row(i)[0]))
                .sorted()
                .toArray();

        for (int i = 1; i < angles.length; i++) {
            assertEquals(2 * Math.PI / 100, angles[i] - angles[i - 1], 1e-14);
        }
    }

    @Test
    void noiseOfCirclesHasTheDeviationAskedFor() {
        DataSet noisy = Circles.of(4000, 0.05, 5);
        double sum = 0;
        for (int i = 0; i < noisy.size(); i++) {
            double[] point = noisy.row(i);
            double distance = Math.hypot(point[0], point[1]) - (noisy.classOf(i) == 0 ? 1 : 0.5);
            sum += distance * distance;
        }
        assertEquals(0.05, Math.sqrt(sum / noisy.size()), 0.003);
    }

    @Test
    void aPointOfASpiralLiesWhereItsRadiusSays() {
        DataSet spirals = Spirals.of(100, 3, 0, 1);

        for (int i = 0; i < spirals.size(); i++) {
            double[] point = spirals.row(i);
            double r = Math.hypot(point[0], point[1]);
            double angle = 4 * r + 2 * Math.PI * spirals.classOf(i) / 3;
            assertArrayEquals(new double[] {r * Math.sin(angle), r * Math.cos(angle)}, point, 1e-14);
        }
        assertArrayEquals(new int[] {34, 33, 33}, counts(spirals));
        assertEquals(TargetKind.CLASSES, spirals.kind());
        assertEquals(3, spirals.outputs());
        assertShuffled(spirals);
    }

    @Test
    void everyArmOfASpiralGoesFromTheCentreToRadiusOne() {
        DataSet spirals = Spirals.of(23, 5, 0.2, 1);
        double[] largest = new double[5];
        double[] smallest = {9, 9, 9, 9, 9};
        for (int i = 0; i < spirals.size(); i++) {
            int arm = spirals.classOf(i);
            double r = Math.hypot(spirals.row(i)[0], spirals.row(i)[1]);
            largest[arm] = Math.max(largest[arm], r);
            smallest[arm] = Math.min(smallest[arm], r);
        }
        assertArrayEquals(new double[] {1, 1, 1, 1, 1}, largest, 1e-15);
        assertArrayEquals(new double[5], smallest);
    }

    @Test
    void noiseOfASpiralIsThatOfItsAngle() {
        DataSet noisy = Spirals.of(4000, 2, 0.1, 3);
        double sum = 0;
        for (int i = 0; i < noisy.size(); i++) {
            double[] point = noisy.row(i);
            double angle = 4 * Math.hypot(point[0], point[1]) + Math.PI * noisy.classOf(i);
            double difference = Math.IEEEremainder(Math.atan2(point[0], point[1]) - angle, 2 * Math.PI);
            sum += difference * difference;
        }
        assertEquals(0.1, Math.sqrt(sum / noisy.size()), 0.005);
    }

    @Test
    void blobsHaveTheirMeansInTheCubeAndTheDeviationAskedFor() {
        DataSet blobs = Blobs.of(9001, 3, 4, 0.5, Randoms.seeded(2));
        assertArrayEquals(new int[] {3001, 3000, 3000}, counts(blobs));
        assertEquals(List.of("x0", "x1", "x2", "x3"), blobs.featureNames());
        assertEquals(TargetKind.CLASSES, blobs.kind());
        assertShuffled(blobs);
        for (int c = 0; c < 3; c++) {
            int wanted = c;
            int[] members = IntStream.range(0, blobs.size())
                    .filter(i -> blobs.classOf(i) == wanted)
                    .toArray();
            Standardizer cloud = Standardizer.fit(blobs.select(members));
            for (int j = 0; j < 4; j++) {
                assertTrue(Math.abs(cloud.means()[j]) < 10.1);
                assertEquals(0.5, cloud.deviations()[j], 0.03);
            }
        }
    }

    @Test
    void blobsWithoutDeviationLieOnTheirCentresWhichDiffer() {
        DataSet blobs = Blobs.of(10, 2, 2, 0, Randoms.seeded(1));
        double[][] centres = new double[2][];
        for (int i = 0; i < 10; i++) {
            int c = blobs.classOf(i);
            if (centres[c] != null) {
                assertArrayEquals(centres[c], blobs.row(i));
            }
            centres[c] = blobs.row(i);
        }
        assertFalse(Arrays.equals(centres[0], centres[1]));
    }

    @Test
    void xorIsTheProductOfTheCorners() {
        DataSet xor = Xor.of(42, 0, 1);
        for (int i = 0; i < xor.size(); i++) {
            double[] corner = xor.row(i);
            assertEquals(1, Math.abs(corner[0]));
            assertEquals(1, Math.abs(corner[1]));
            assertEquals(-corner[0] * corner[1], xor.target(i)[0]);
        }
        assertArrayEquals(new int[] {21, 21}, counts(xor));
        assertEquals(TargetKind.SIGNS, xor.kind());
        assertShuffled(xor);
    }

    @Test
    void noiseOfXorHasTheDeviationAskedFor() {
        DataSet noisy = Xor.of(4000, 0.2, 1);
        double sum = 0;
        for (int i = 0; i < noisy.size(); i++) {
            for (double x : noisy.row(i)) {
                double distance = Math.abs(x) - 1;
                sum += distance * distance;
            }
        }
        assertEquals(0.2, Math.sqrt(sum / 8000), 0.006);
    }

    @Test
    void everyGeneratorFollowsFromItsSeed() {
        assertSeeded(Circles.of(20, 0.1, 3), Circles.of(20, 0.1, 3), Circles.of(20, 0.1, 4));
        assertSeeded(Spirals.of(20, 2, 0.1, 3), Spirals.of(20, 2, 0.1, 3), Spirals.of(20, 2, 0.1, 4));
        assertSeeded(Blobs.of(20, 2, 3), Blobs.of(20, 2, 3), Blobs.of(20, 2, 4));
        assertSeeded(Xor.of(20, 0.1, 3), Xor.of(20, 0.1, 3), Xor.of(20, 0.1, 4));
    }

    private static void assertSeeded(DataSet data, DataSet again, DataSet other) {
        for (int i = 0; i < data.size(); i++) {
            assertArrayEquals(data.row(i), again.row(i));
        }
        assertArrayEquals(data.targetNumbers(), again.targetNumbers());
        assertFalse(Arrays.equals(data.row(7), other.row(7)));
    }

    @Test
    void whatCannotBeGeneratedIsRefused() {
        refused(
                "circles: at least 2 samples and a finite noise from 0 are needed: got 1 samples and noise 0.1",
                () -> Circles.of(1, 0.1, 1));
        refused(
                "circles: the inner radius must lie between 0 and 1: got 1.0",
                () -> Circles.of(9, 0, 1, Randoms.seeded(1)));
        refused("spirals: at least 2 classes are needed: got 1", () -> Spirals.of(9, 1, 0, 1));
        refused(
                "spirals: at least 5 samples and a finite noise from 0 are needed: got 4 samples and noise 0.0",
                () -> Spirals.of(4, 5, 0, 1));
        refused("blobs: at least 2 classes are needed: got 0", () -> Blobs.of(9, 0, 1));
        refused(
                "blobs: at least 2 samples and a finite noise from 0 are needed: got 9 samples and noise -1.0",
                () -> Blobs.of(9, 2, 2, -1, Randoms.seeded(1)));
        refused(
                "data set: at least one is needed of coordinates: got 0",
                () -> Blobs.of(9, 2, 0, 1, Randoms.seeded(1)));
        refused(
                "xor: at least 4 samples and a finite noise from 0 are needed: got 4 samples and noise Infinity",
                () -> Xor.of(4, Double.POSITIVE_INFINITY, 1));
    }

    private static void refused(String message, Executable call) {
        Refused.with(DataException.class, message, call);
    }

    @Test
    void moreNumbersThanAnArrayHoldsAreRefused() {
        int n = (1 << 30) + 1;
        for (Executable generator :
                List.<Executable>of(() -> Moons.of(n, 0.1, 1), () -> Circles.of(n, 0.1, 1), () -> Xor.of(n, 0.1, 1))) {
            Refused.with(DataException.class, "data set: too many numbers: " + n + " rows of 2", generator);
        }
        Refused.with(
                DataException.class, "data set: too many numbers: " + n + " rows of 3", () -> SeedRegression.of(n, 1));
    }
}
