package org.wengert.tape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vector kernels' cross-entropy against 60 digits, and each row by itself against the same row among others. */
class RowsAccuracyTest {
    /** Units in the last place of a loss, or of 1 where it is less. */
    private static final double LOSS = 3;

    /** Units in the last place of a gradient; a share's exponential magnifies the rounding of its argument. */
    private static final double GRADIENT = 12;

    private record Rows(double[] losses, double[] gradients) {
        static <A> Rows of(Kernels<A> kernels, double[] x, int classes, int... targets) {
            A logits = kernels.allocate(x.length);
            A losses = kernels.allocate(targets.length);
            A ones = kernels.allocate(targets.length);
            A gradients = kernels.allocate(x.length);
            kernels.put(x, logits, 0);
            kernels.spread(1, ones, 0, targets.length, false);
            kernels.crossEntropy(logits, 0, classes, targets, losses, 0);
            kernels.crossEntropyGradient(logits, 0, classes, targets, ones, 0, gradients, 0, false);
            Rows rows = new Rows(new double[targets.length], new double[x.length]);
            kernels.get(losses, 0, rows.losses);
            kernels.get(gradients, 0, rows.gradients);
            return rows;
        }
    }

    private static Stream<Kernels<?>> kernels() {
        return Stream.of(
                new VectorFloat64Kernels(new PlainFloat64Product(new Workers(1)), true),
                new VectorFloat32Kernels(new PlainFloat32Product(new Workers(1)), true));
    }

    private static double[] logits(int count) {
        Random random = new Random(13);
        return random.doubles(count, -6, 6).map(x -> (float) x).toArray();
    }

    private static int[] targets(int rows, int classes) {
        return new Random(17).ints(rows, 0, classes).toArray();
    }

    @ParameterizedTest
    @CsvSource({"37, 10", "5, 1", "9, 2", "3, 700"})
    void lossesAndGradientsAreWithinTheirBounds(int rows, int classes) {
        double[] x = logits(rows * classes);
        int[] targets = targets(rows, classes);
        kernels().forEach(kernels -> {
            Rows found = Rows.of(kernels, x, classes, targets);
            double one = ElementwiseAccuracyTest.isSingle(kernels) ? Math.ulp(1f) : Math.ulp(1.0);
            for (int r = 0; r < rows; r++) {
                Dfp total = Reference.DIGITS.getZero();
                for (int k = 0; k < classes; k++) {
                    total = total.add(
                            Reference.DIGITS.newDfp(x[r * classes + k]).exp());
                }
                double loss = total.log()
                        .subtract(Reference.DIGITS.newDfp(x[r * classes + targets[r]]))
                        .toDouble();
                assertWithin(LOSS * one * Math.max(1, loss), loss, found.losses[r]);
                for (int k = 0; k < classes; k++) {
                    Dfp share =
                            Reference.DIGITS.newDfp(x[r * classes + k]).exp().divide(total);
                    double exact = (k == targets[r] ? share.subtract(1) : share).toDouble();
                    assertWithin(GRADIENT * one * Math.abs(exact), exact, found.gradients[r * classes + k]);
                }
            }
        });
    }

    private static void assertWithin(double bound, double expected, double actual) {
        assertTrue(Math.abs(expected - actual) <= bound, expected + " expected, got " + actual);
    }

    @ParameterizedTest
    @CsvSource({"37, 10", "18, 3"})
    void aRowIsTheSameAmongOthers(int rows, int classes) {
        double[] x = logits(rows * classes);
        int[] targets = targets(rows, classes);
        kernels().forEach(kernels -> {
            Rows all = Rows.of(kernels, x, classes, targets);
            for (int r = 0; r < rows; r++) {
                int at = r * classes;
                Rows alone = Rows.of(kernels, Arrays.copyOfRange(x, at, at + classes), classes, targets[r]);
                assertArrayEquals(new double[] {all.losses[r]}, alone.losses);
                assertArrayEquals(Arrays.copyOfRange(all.gradients, at, at + classes), alone.gradients);
            }
        });
    }
}
