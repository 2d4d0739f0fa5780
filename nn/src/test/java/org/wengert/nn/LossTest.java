package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ShapeException;
import org.wengert.nn.data.DataException;

class LossTest {
    private static final double[] SIGNS = {1, -1, -1, 1};

    private static double loss(String engineName, Loss loss, double[] outputs, double... targets) {
        try (Engine engine = Engines.open(engineName)) {
            return loss.of(
                            engine.constant(Shape.of(outputs.length), outputs),
                            engine.constant(Shape.of(targets.length), targets))
                    .item();
        }
    }

    @EachEngine
    void m10TheSumOfSquaredErrorsOfThePrintedPredictions(String name) {
        double[] printed = {0.9974346899754655, -0.994308073573488, -0.9946011179674371, 0.9945235788591447};
        assertEquals(9.811795768034012e-05, loss(name, Loss.SUM_SQUARED_ERROR, printed, SIGNS));
    }

    @EachEngine
    void m11B11SumAndMeanAreDifferentLosses(String name) {
        double[] printed = {0.9546449303477701, -0.9689588412922081, -0.9003119042863683, 0.9138192863970791};
        double mean = loss(name, Loss.MEAN_SQUARED_ERROR, printed, SIGNS);

        assertEquals(0.020385467701199818, loss(name, Loss.SUM_SQUARED_ERROR, printed, SIGNS));
        assertEquals(0.0050963669252999545, mean);
        assertEquals(0.0713888431430287, Math.sqrt(mean));
    }

    @EachEngine
    void m17CrossEntropyAndItsGradient(String name) {
        try (Engine engine = Engines.open(name)) {
            Variable logits = engine.variable(Shape.of(3), 1, 2, 3);

            Value loss = Loss.CROSS_ENTROPY.of(logits, engine.constant(2));
            loss.backward();

            Close.assertClose("loss", 0.4076059644443806, loss.item(), 1e-12, 0);
            double[] gradient = {0.09003057317038046, 0.24472847105479764, -0.3347590442251782};
            Close.assertClose("gradient", gradient, logits.grad().data(), 1e-12, 0);
        }
    }

    @EachEngine
    void m17CrossEntropyOfLargeLogitsIsNoNaN(String name) {
        try (Engine engine = Engines.open(name)) {
            Value logits = engine.constant(Shape.of(1, 2), 1000, 0);
            assertEquals(
                    0,
                    Loss.CROSS_ENTROPY
                            .of(logits, engine.constant(Shape.of(1), 0))
                            .item());
            assertEquals(
                    1000,
                    Loss.CROSS_ENTROPY
                            .of(logits, engine.constant(Shape.of(1), 1))
                            .item());
        }
    }

    @EachEngine
    void crossEntropyIsSummedOrAveragedOverSamples(String name) {
        try (Engine engine = Engines.open(name)) {
            Value logits = engine.constant(Shape.of(2, 3), 1, 2, 3, 1, 2, 3);
            Value column = engine.constant(Shape.of(2, 1), 2, 0);
            double each = 0.4076059644443806 + 2.4076059644443806;
            Close.assertClose(
                    "sum",
                    each,
                    Loss.crossEntropy(Reduction.SUM).of(logits, column).item(),
                    1e-12,
                    0);
            Close.assertClose(
                    "mean", each / 2, Loss.CROSS_ENTROPY.of(logits, column).item(), 1e-12, 0);
        }
    }

    @EachEngine
    void hingeIsWhatIsMissingToAMarginOfOne(String name) {
        double[] scores = {2, 0.25, -0.5, -3};
        double[] signs = {1, 1, -1, 1};
        assertEquals(0 + 0.75 + 0.5 + 4, loss(name, Loss.hinge(Reduction.SUM), scores, signs));
        assertEquals(5.25 / 4, loss(name, Loss.HINGE, scores, signs));
    }

    @EachEngine
    void binaryCrossEntropyOfLogits(String name) {
        double[] logits = {0, 2};
        double expected = Math.log(2) + 0.25 * Math.log1p(Math.exp(-2)) + 0.75 * (2 + Math.log1p(Math.exp(-2)));
        Close.assertClose("sum", expected, loss(name, Loss.bceWithLogits(Reduction.SUM), logits, 1, 0.25), 1e-13, 0);
        Close.assertClose("mean", expected / 2, loss(name, Loss.BCE_WITH_LOGITS, logits, 1, 0.25), 1e-13, 0);
    }

    @EachEngine
    void aColumnOfOutputsGoesWithAListOfTargetsSampleBySample(String name) {
        try (Engine engine = Engines.open(name)) {
            Value column = engine.constant(Shape.of(4, 1), 1, 2, 3, 4);
            Value list = engine.constant(Shape.of(4), 1, 2, 3, 4);
            assertEquals(0, Loss.SUM_SQUARED_ERROR.of(column, list).item());
            assertEquals(0, Loss.SUM_SQUARED_ERROR.of(list, column).item());
            Value signs = engine.constant(Shape.of(4), 1, 1, 1, 1);
            assertEquals(0, Loss.HINGE.of(column, signs).item());
        }
    }

    @EachEngine
    void differentShapesAreNeverStretched(String name) {
        try (Engine engine = Engines.open(name)) {
            Value wide = engine.constant(Shape.of(4, 2), new double[8]);
            Value column = engine.constant(Shape.of(4, 1), new double[4]);
            Value three = engine.constant(Shape.of(3), new double[3]);
            Refused.with(
                    ShapeException.class,
                    "squaredError: output and target must have one shape: [4, 2] and [4, 1]",
                    () -> Loss.SUM_SQUARED_ERROR.of(wide, column));
            Refused.with(
                    ShapeException.class,
                    "hinge: output and target must have one shape: [4, 1] and [3]",
                    () -> Loss.HINGE.of(column, three));
            Refused.with(
                    ShapeException.class,
                    "bceWithLogits: output and target must have one shape: [4, 1] and [3]",
                    () -> Loss.BCE_WITH_LOGITS.of(column, three));
            Refused.with(
                    ShapeException.class,
                    "crossEntropy: one class number a sample is needed: output [4, 2] needs targets [4], got [3]",
                    () -> Loss.CROSS_ENTROPY.of(wide, three));
        }
    }

    @EachEngine
    void targetsThatAreNoSignsOrClassesAreRefused(String name) {
        try (Engine engine = Engines.open(name)) {
            Value wide = engine.constant(Shape.of(2, 2), new double[4]);
            Value column = engine.constant(Shape.of(2, 1), new double[2]);
            Refused.with(
                    DataException.class,
                    "hinge: targets must be -1 or 1: number 1 of the batch is 0.0",
                    () -> Loss.HINGE.of(column, engine.constant(Shape.of(2), 1, 0)));
            Refused.with(
                    DataException.class,
                    "crossEntropy: targets must be class numbers 0, 1, 2 ...: that of sample 1 is 0.5",
                    () -> Loss.CROSS_ENTROPY.of(wide, engine.constant(Shape.of(2), 0, 0.5)));
            Refused.with(
                    ShapeException.class,
                    "crossEntropy: target out of range: sample 1 has class 2, logits [2, 2] know classes 0 to 1",
                    () -> Loss.CROSS_ENTROPY.of(wide, engine.constant(Shape.of(2), 0, 2)));
        }
    }

    @EachEngine
    void m17TheGradientOfL2IsTwiceAlphaTimesTheParameter(String name) {
        double alpha = 1e-4;
        try (Engine engine = Engines.open(name)) {
            Mlp model = Mlp.of(engine, 2, Activation.TANH, 3, 1).initialize(Initializer.UNIFORM, Randoms.seeded(1));

            Value price = Regularization.l2(alpha, model.variables());
            price.backward();

            double[] w = model.parameters();
            double[] byHand = new double[w.length];
            double sum = 0;
            for (int i = 0; i < w.length; i++) {
                byHand[i] = 2 * alpha * w[i];
                sum += w[i] * w[i];
            }
            assertArrayEquals(new int[0], price.shape().dims());
            Close.assertClose("price", alpha * sum, price.item(), 1e-14, 0);
            Close.assertClose("gradient", byHand, model.gradients(), 1e-15, 0);
        }
    }

    @EachEngine
    void thePriceOfNothingIsRefused(String name) {
        Refused.with(
                ModelException.class,
                "l2: no variables: there is nothing to hold small",
                () -> Regularization.l2(1, List.of()));
    }
}
