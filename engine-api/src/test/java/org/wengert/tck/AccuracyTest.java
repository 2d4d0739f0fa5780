package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.op.Unary;

class AccuracyTest {
    private static final Dfp ONE = Exact.FIELD.getOne();

    private static ExactNumber exact(Precision precision, Dfp number) {
        return ExactNumber.of(precision, number, number);
    }

    @Test
    void anErrorIsCountedInUnitsInTheLastPlaceOfTheExactNumber() {
        Dfp third = ONE.divide(3);

        assertEquals(1 / 3.0, exact(Precision.FLOAT64, third).ulps(1 / 3.0), 0.34);
        assertEquals(1, exact(Precision.FLOAT64, ONE).ulps(1 + Math.ulp(1.0)));
        assertEquals(0x1p29, exact(Precision.FLOAT64, ONE).ulps(1 + Math.ulp(1f)));
        assertEquals(1, exact(Precision.FLOAT32, ONE).ulps(1 + Math.ulp(1f)));
    }

    @Test
    void theRoundingOfTheNearestNumberIsSeen() {
        Dfp third = ONE.divide(3);
        double error = third.subtract(third.newInstance(1 / 3.0)).abs().toDouble();

        assertEquals(error / Math.ulp(1 / 3.0), exact(Precision.FLOAT64, third).ulps(1 / 3.0), 1e-12);
        assertTrue(error > 0);
    }

    @Test
    void whatOverflowsMustBeInfiniteAndNothingElseMay() {
        ExactNumber large = exact(Precision.FLOAT32, ONE.multiply(ONE.newInstance(1e39)));

        assertEquals(0, large.ulps(Double.POSITIVE_INFINITY));
        assertEquals(1, large.ulps(Float.MAX_VALUE));
        assertTrue(large.ulps(Double.NEGATIVE_INFINITY) > 1e7);
        assertTrue(exact(Precision.FLOAT64, ONE).ulps(Double.POSITIVE_INFINITY) > 1e300);
        assertEquals(Double.POSITIVE_INFINITY, exact(Precision.FLOAT64, ONE).ulps(Double.NaN));
    }

    @Test
    void amongSubnormalNumbersUnitsStayAsLargeAsWherePartsAreNormal() {
        ExactNumber tiny = exact(Precision.FLOAT64, Exact.FIELD.newDfp(Double.MIN_VALUE));

        assertEquals(0, tiny.ulps(Double.MIN_VALUE));
        assertEquals(0x1p-12, tiny.ulps(0));
    }

    @Test
    void theOracleItselfHasNoErrorButTheLastRounding() {
        Accuracy accuracy = Accuracy.of(Precision.FLOAT64, 10, 5);
        try (Engine oracle = new OracleEngine()) {
            for (AccuracyRow row : accuracy.measure(oracle, Set.of())) {
                assertEquals(Optional.empty(), row.failure());
                assertTrue(row.value().ulps() <= 0.5 + 1e-9 && row.partial() <= 0.5 + 1e-9, row.operation());
            }
        }
    }

    @Test
    void anOperationThatThrowsFailsByName() {
        try (Engine engine = new OracleEngine()) {
            engine.close();
            List<AccuracyRow> rows = Accuracy.of(Precision.FLOAT64, 10, 5).measure(engine, Set.of());

            assertTrue(rows.stream().allMatch(row -> row.failure().isPresent()));
            assertEquals(
                    Optional.of("abs: the engine threw org.wengert.error.ClosedEngineException: variable: the engine"
                            + " 'oracle' is closed: open one for as long as its values are used"),
                    rows.get(0).failure());
        }
    }

    @Test
    void sameSeedSamePoints() {
        List<Sample> one = Samples.of(Precision.FLOAT64, 10, 5);
        List<Sample> same = Samples.of(Precision.FLOAT64, 10, 5);
        List<Sample> other = Samples.of(Precision.FLOAT64, 10, 6);

        int exp = names(one).indexOf(Unary.EXP.name());
        Close.assertSame(
                "points", one.get(exp).data().get(0), same.get(exp).data().get(0));
        assertTrue(one.get(exp).at(25).length() > 0);
        assertTrue(!one.get(exp).at(25).equals(other.get(exp).at(25)));
    }

    private static List<String> names(List<Sample> samples) {
        return samples.stream().map(Sample::name).toList();
    }
}
