package org.wengert.nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.wengert.nn.Refused;

class ScalerTest {
    private static final DataSet TRAIN =
            DataSet.numbers(new double[][] {{1, 7}, {3, 7}, {5, 7}, {7, 7}}, new double[][] {{10}, {20}, {30}, {40}});
    private static final DataSet TEST = DataSet.numbers(new double[][] {{4, 9}, {10, 7}}, new double[][] {{25}, {50}});

    private static void refused(String message, Runnable call) {
        Refused.with(DataException.class, message, call::run);
    }

    @Test
    void minMaxIsFittedOnTheTrainingPartAlone() {
        Split scaled = new Split(TRAIN, TEST).minMaxScaled();

        assertArrayEquals(new double[] {0, 0}, scaled.train().row(0));
        assertArrayEquals(new double[] {1, 0}, scaled.train().row(3));
        assertArrayEquals(new double[] {0.5, 2}, scaled.test().row(0));
        assertArrayEquals(new double[] {1.5, 0}, scaled.test().row(1));
    }

    @Test
    void minMaxFillsTheRangeAskedFor() {
        MinMax fitted = MinMax.fit(TRAIN, -1, 1);

        assertArrayEquals(new double[] {-1, -1}, fitted.apply(1, 7));
        assertArrayEquals(new double[] {0, -1}, fitted.apply(4, 7));
        assertArrayEquals(new double[] {1, 3}, fitted.apply(7, 9));
        assertArrayEquals(new double[] {1, 7}, fitted.minima());
        assertArrayEquals(new double[] {7, 7}, fitted.maxima());
    }

    @Test
    void targetsAreScaledByThoseOfTheTrainingPartAlone() {
        Split split = new Split(TRAIN, TEST);
        double deviation = Math.sqrt(125);

        assertArrayEquals(
                new double[] {-15 / deviation, -5 / deviation, 5 / deviation, 15 / deviation},
                split.standardizedTargets().train().targetNumbers(),
                1e-15);
        assertArrayEquals(
                new double[] {0, 25 / deviation},
                split.standardizedTargets().test().targetNumbers(),
                1e-15);
        assertArrayEquals(
                new double[] {0.5, 4 / 3.0},
                split.scaledTargets(MinMax.fitTargets(TRAIN)).test().targetNumbers());
        assertArrayEquals(TEST.row(1), split.standardizedTargets().test().row(1));
    }

    @Test
    void severalTargetsAreScaledEachByItsOwn() {
        DataSet data = DataSet.numbers(new double[][] {{0}, {0}, {0}}, new double[][] {{1, 100}, {2, 300}, {3, 200}});
        DataSet scaled = MinMax.fitTargets(data).applyToTargets(data.select(2, 0));
        assertArrayEquals(new double[] {1, 0.5, 0, 0}, scaled.targetNumbers());
    }

    @Property
    void whatIsScaledAndScaledBackIsAsBefore(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double x,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double y) {
        // Both ways shift by at most 5 and stretch by at most 3: a rounding error each of numbers of that size.
        double tolerance = 8 * Math.ulp(Math.max(Math.max(Math.abs(x), Math.abs(y)), 8));
        for (Scaler scaler : new Scaler[] {Standardizer.fit(TRAIN), MinMax.fit(TRAIN), MinMax.fit(TRAIN, -1, 1)}) {
            assertArrayEquals(new double[] {x, y}, scaler.inverse(scaler.apply(x, y)), tolerance);
        }
    }

    @Test
    void aScalerMadeOfTheSameNumbersScalesToTheSameBits() {
        Standardizer standardizer = Standardizer.fit(TRAIN);
        Standardizer again = new Standardizer(standardizer.means(), standardizer.deviations());
        MinMax minMax = MinMax.fit(TRAIN, -3, 0.1);
        MinMax minMaxAgain = new MinMax(minMax.minima(), minMax.maxima(), minMax.low(), minMax.high());

        assertEquals(standardizer, again);
        assertEquals(standardizer.hashCode(), again.hashCode());
        assertArrayEquals(standardizer.apply(0.1, 0.3), again.apply(0.1, 0.3));
        assertEquals(minMax, minMaxAgain);
        assertEquals(minMax.hashCode(), minMaxAgain.hashCode());
        assertArrayEquals(minMax.apply(0.1, 0.3), minMaxAgain.apply(0.1, 0.3));
        assertNotEquals(standardizer, new Standardizer(new double[] {4, 7}, new double[] {9, 1}));
        assertNotEquals(minMax, MinMax.fit(TRAIN));
        assertNotEquals(standardizer, minMax);
    }

    @Test
    void whatAScalerHandsOutAndTakesInIsACopy() {
        double[] means = {1};
        double[] deviations = {2};
        Standardizer standardizer = new Standardizer(means, deviations);
        means[0] = 99;
        deviations[0] = 99;
        standardizer.means()[0] = 99;
        standardizer.deviations()[0] = 99;
        assertArrayEquals(new double[] {2}, standardizer.apply(5));
        MinMax minMax = new MinMax(means, deviations, 0, 1);
        means[0] = 0;
        minMax.minima()[0] = 0;
        minMax.maxima()[0] = 0;
        assertArrayEquals(new double[] {99}, minMax.minima());
        assertArrayEquals(new double[] {99}, minMax.maxima());
    }

    @Test
    void numbersThatMakeNoScalerAreRefused() {
        refused(
                "standardize: a mean and a deviation are needed of each column: got 2 and 1",
                () -> new Standardizer(new double[2], new double[] {1}));
        refused(
                "min-max: a minimum and a maximum are needed of each column: got 0 and 0",
                () -> new MinMax(new double[0], new double[0], 0, 1));
        refused(
                "standardize: not a finite number: column 1 has the mean NaN and the deviation 1.0",
                () -> new Standardizer(new double[] {0, Double.NaN}, new double[] {1, 1}));
        refused(
                "standardize: a deviation must be above 0: that of column 0 is 0.0",
                () -> new Standardizer(new double[1], new double[1]));
        refused(
                "min-max: a column must reach from its minimum up a finite way: column 0 reaches from 2.0 to 1.0",
                () -> new MinMax(new double[] {2}, new double[] {1}, 0, 1));
        refused(
                "min-max: a column must reach from its minimum up a finite way: column 0 reaches from -1.0E308 to"
                        + " 1.0E308",
                () -> new MinMax(new double[] {-1e308}, new double[] {1e308}, 0, 1));
        refused("min-max: the range must be finite and reach upwards: got 1.0 to 1.0", () -> MinMax.fit(TRAIN, 1, 1));
    }

    @Test
    void whatDoesNotSuitAScalerIsRefused() {
        DataSet classes = DataSet.classes(new double[][] {{0}, {1}}, 0, 1);
        refused(
                "min-max: wrong number of features: fitted on 2, got 1",
                () -> MinMax.fit(TRAIN).apply(classes));
        refused(
                "min-max: wrong number of features: fitted on 2, got 3",
                () -> MinMax.fit(TRAIN).inverse(1, 2, 3));
        refused(
                "standardize: the data set has no target numbers: its targets are classes",
                () -> Standardizer.fitTargets(classes));
        refused(
                "min-max: the data set has no target numbers: its targets are classes",
                () -> MinMax.fitTargets(classes));
        refused(
                "standardize: wrong number of features: fitted on 2, got 1",
                () -> Standardizer.fit(TRAIN).applyToTargets(TRAIN));
    }
}
