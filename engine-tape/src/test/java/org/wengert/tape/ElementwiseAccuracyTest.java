package org.wengert.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.wengert.op.Unary;

/** The vector kernels' elementwise operations against 60 digits, and against the table where formulas end. */
class ElementwiseAccuracyTest {
    private static final int EACH = Integer.getInteger("check.points", 20);
    private static final double[] SIZES = {1e-30, 1e-9, 1e-4, 0.01, 0.1, 0.35, 0.7, 1, 1.5, 2, 3, 5, 8, 12, 18, 30, 80};
    private static final double[] LARGE = {100, 300, 690};

    /** Where formulas go over into one another or into the table's, to either side. */
    private static final double[] SEAMS = {
        0.34657359,
        0.5,
        0.75,
        1,
        1.0397207,
        1.5,
        9,
        13,
        19,
        20,
        37,
        40,
        43,
        86,
        87,
        88.8,
        103,
        104,
        350,
        700,
        709,
        710,
        745
    };

    /** From here on a seam may be the end of a formula; nearer to 0 slopes may pass through it. */
    private static final double FAR = 9;

    /** How much smaller than a result the exponential may be that it is made of. */
    private static final double PARTS = 0x1p12;

    /** A few units in the last place: what two good results may differ by. */
    private static final double CLOSE = 8;

    private static Stream<Kernels<?>> kernels() {
        return Stream.of(
                new VectorFloat64Kernels(new PlainFloat64Product(new Workers(1)), true),
                new VectorFloat32Kernels(new PlainFloat32Product(new Workers(1)), true));
    }

    static boolean isSingle(Kernels<?> kernels) {
        return kernels.precision().equals("float32");
    }

    private static double rounded(double x, boolean single) {
        return single ? (float) x : x;
    }

    private static double[] points(Unary op, boolean single) {
        Random random = new Random(11);
        DoubleStream sizes = DoubleStream.concat(Arrays.stream(SIZES), Arrays.stream(single ? new double[0] : LARGE));
        DoubleStream near = sizes.flatMap(size -> random.doubles(EACH, -size, size));
        DoubleStream seams =
                Arrays.stream(SEAMS).flatMap(x -> DoubleStream.of(x, Math.nextDown(x), -x, -Math.nextUp(x)));
        double low = op.domain().low();
        return DoubleStream.concat(near, seams)
                .map(x -> rounded(low == 0 ? Math.abs(x) : x, single))
                .filter(x -> x > low)
                .toArray();
    }

    @TestFactory
    Stream<DynamicTest> valuesAndSlopesAreWithinTheirBounds() {
        return kernels()
                .flatMap(kernels -> Reference.all().stream()
                        .map(reference -> DynamicTest.dynamicTest(
                                reference.op().name() + ", " + kernels.precision(),
                                () -> assertAccurate(kernels, reference))));
    }

    private static <A> void assertAccurate(Kernels<A> kernels, Reference reference) {
        boolean single = isSingle(kernels);
        double[] x = points(reference.op(), single);
        Results results = Results.of(kernels, reference.op(), x);
        double values = 0;
        double slopes = 0;
        for (int i = 0; i < x.length; i++) {
            Dfp at = Reference.DIGITS.newDfp(x[i]);
            Dfp value = reference.value().apply(at);
            values = Math.max(values, error(value, value, results.values()[i], single));
            slopes = Math.max(
                    slopes,
                    error(reference.slope().apply(at), reference.size().apply(at), results.slopes()[i], single));
        }
        String found =
                String.format("%s, %s: values %.2f, slopes %.2f", reference.op(), kernels.precision(), values, slopes);
        System.getLogger("org.wengert.tape").log(System.Logger.Level.DEBUG, found);
        assertTrue(values <= (single ? reference.values32() : reference.values()), found);
        assertTrue(slopes <= (single ? reference.slopes32() : reference.slopes()), found);
    }

    /** In units in the last place of the size; 0 where the exact number is subnormal, or its parts are, or too large. */
    private static double error(Dfp exact, Dfp size, double actual, boolean single) {
        double number = exact.toDouble();
        assertFalse(Double.isNaN(number), "the reference is not a number");
        double least = PARTS * (single ? Float.MIN_NORMAL : Double.MIN_NORMAL);
        if (Math.abs(number) < least || Double.isInfinite(rounded(number, single))) {
            return 0;
        }
        double unit = single ? Math.ulp((float) size.toDouble()) : Math.ulp(size.toDouble());
        return exact.subtract(Reference.DIGITS.newDfp(actual)).abs().toDouble() / unit;
    }

    @TestFactory
    Stream<DynamicTest> whereFormulasEndTheTableHolds() {
        return kernels()
                .flatMap(kernels -> Reference.all().stream()
                        .map(Reference::op)
                        .map(op -> DynamicTest.dynamicTest(
                                op.name() + ", " + kernels.precision(), () -> assertTable(kernels, op))));
    }

    private static <A> void assertTable(Kernels<A> kernels, Unary op) {
        boolean single = isSingle(kernels);
        double[] x = hostile(single);
        Results results = Results.of(kernels, op, x);
        for (int i = 0; i < x.length; i++) {
            double value = op.value(x[i]);
            assertClose(op + " at " + x[i], rounded(value, single), results.values()[i], single);
            // A slope is the table's of the value as it was rounded.
            double slope = op.slope(x[i], results.values()[i]);
            assertClose("slope of " + op + " at " + x[i], rounded(slope, single), results.slopes()[i], single);
        }
    }

    private static double[] hostile(boolean single) {
        DoubleStream most = DoubleStream.of(
                0,
                Double.MIN_VALUE,
                Double.MIN_NORMAL,
                Float.MIN_VALUE,
                Float.MIN_NORMAL,
                1e-310,
                1e-40,
                1e-20,
                1,
                1e17,
                1e18,
                1e30,
                Float.MAX_VALUE,
                1e300,
                Double.MAX_VALUE,
                Double.POSITIVE_INFINITY);
        return DoubleStream.concat(
                        DoubleStream.concat(most, Arrays.stream(SEAMS).filter(x -> x >= FAR)),
                        DoubleStream.of(Double.NaN))
                .flatMap(x -> DoubleStream.of(x, -x))
                .map(x -> rounded(x, single))
                .toArray();
    }

    private static void assertClose(String what, double expected, double actual, boolean single) {
        double unit = single ? Math.ulp((float) expected) : Math.ulp(expected);
        if (expected == 0 || !Double.isFinite(expected)) {
            assertEquals(expected, actual + 0.0 * Math.signum(expected), what);
        } else {
            assertEquals(expected, actual, CLOSE * unit, what);
        }
    }

    @TestFactory
    Stream<DynamicTest> aNumberIsTheSameWhereverItLies() {
        return kernels()
                .flatMap(kernels -> Reference.all().stream()
                        .map(Reference::op)
                        .map(op -> DynamicTest.dynamicTest(
                                op.name() + ", " + kernels.precision(), () -> assertSame(kernels, op))));
    }

    private static <A> void assertSame(Kernels<A> kernels, Unary op) {
        double[] x = new Random(3).doubles(Float64Stretch.PIECE + 45, -4, 4).toArray();
        // Neighbours that the table has to see to.
        x[7] = Double.NaN;
        x[40] = Double.POSITIVE_INFINITY;
        x[530] = 1e30;
        Results whole = Results.of(kernels, op, x);
        for (int from : List.of(0, 1, 5, 31, 500)) {
            for (int n : List.of(1, 2, 3, 7, 8, 9, 16, 17, 31, 33, 45)) {
                Results part = Results.of(kernels, op, Arrays.copyOfRange(x, from, from + n));
                String what = op + " of " + n + " from " + from;
                assertEquals(bits(whole.values(), from, n), bits(part.values(), 0, n), what);
                assertEquals(bits(whole.slopes(), from, n), bits(part.slopes(), 0, n), "slopes of " + what);
            }
        }
    }

    private static List<Long> bits(double[] x, int from, int n) {
        return Arrays.stream(x, from, from + n)
                .mapToObj(Double::doubleToLongBits)
                .toList();
    }
}
