package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ShapeException;
import org.wengert.nn.data.DataException;
import org.wengert.tck.Gradients;

/** Losses with bounds, weights and smoothing, against PyTorch's definitions written out number by number. */
class WeightedLossTest {
    private static final int BATCH = 5;
    private static final int CLASSES = 4;
    private static final double ROUNDING = 1e-13;
    private static final double[] LOGITS =
            new Random(11).doubles(BATCH * CLASSES, -3, 3).toArray();
    private static final double[] LABELS = {2, 0, 3, 3, 1};
    private static final double[] WEIGHTS = {0.5, 2, 1, 3.5};

    /** A loss, its value by hand, and its gradient by hand. */
    private static void check(
            String engineName, Loss loss, Shape shape, double[] outputs, double[] targets, Expected expected) {
        try (Engine engine = Variant.open(engineName)) {
            Variable y = engine.variable(shape, outputs).label("y");
            Value t = engine.constant(Shape.of(targets.length), targets);
            Value value = loss.of(y, targets.length == outputs.length ? t.reshape(shape.dims()) : t);
            value.backward();

            assertEquals(Shape.SCALAR, value.shape());
            Close.assertClose("loss", expected.loss, value.item(), ROUNDING, 0);
            Close.assertClose("gradient", expected.gradient, y.grad().data(), ROUNDING, 1e-15);
            y.zeroGrad();
            Gradients.assertCorrect(
                    () -> loss.of(y, targets.length == outputs.length ? t.reshape(shape.dims()) : t), y);
        }
    }

    private static final class Expected {
        double loss;
        final double[] gradient = new double[BATCH * CLASSES];

        void divide(double by) {
            loss /= by;
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] /= by;
            }
        }
    }

    private static Expected crossEntropy(Reduction reduction, double smoothing, double... weights) {
        Expected expected = new Expected();
        double total = 0;
        for (int sample = 0; sample < BATCH; sample++) {
            int at = sample * CLASSES;
            double sum = 0;
            for (int c = 0; c < CLASSES; c++) {
                sum += Math.exp(LOGITS[at + c]);
            }
            int label = (int) LABELS[sample];
            total += weights[label];
            for (int c = 0; c < CLASSES; c++) {
                double target = (c == label ? 1 - smoothing : 0) + smoothing / CLASSES;
                expected.loss -= weights[c] * target * (LOGITS[at + c] - Math.log(sum));
                for (int k = 0; k < CLASSES; k++) {
                    double slope = Math.exp(LOGITS[at + k]) / sum - (k == c ? 1 : 0);
                    expected.gradient[at + k] += weights[c] * target * slope;
                }
            }
        }
        expected.divide(reduction == Reduction.MEAN ? total : 1);
        return expected;
    }

    @EachVariant
    void crossEntropyWithWeightsAndSmoothing(String name) {
        for (Reduction reduction : Reduction.values()) {
            for (double smoothing : new double[] {0, 0.1, 0.7}) {
                CrossEntropy loss = Loss.crossEntropy(reduction).labelSmoothing(smoothing);
                Shape shape = Shape.of(BATCH, CLASSES);
                check(name, loss, shape, LOGITS, LABELS, crossEntropy(reduction, smoothing, 1, 1, 1, 1));
                check(
                        name,
                        loss.classWeights(WEIGHTS),
                        shape,
                        LOGITS,
                        LABELS,
                        crossEntropy(reduction, smoothing, WEIGHTS));
            }
        }
    }

    @EachVariant
    void oneSampleIsABatchOfOne(String name) {
        CrossEntropy loss =
                Loss.crossEntropy(Reduction.MEAN).labelSmoothing(0.2).classWeights(WEIGHTS);
        try (Engine engine = Variant.open(name)) {
            double[] logits = {1, -2, 0.5, 3};
            Value one = loss.of(engine.constant(Shape.of(4), logits), engine.constant(1));
            Value batch = loss.of(engine.constant(Shape.of(1, 4), logits), engine.constant(Shape.of(1), 1));
            assertEquals(batch.item(), one.item());
        }
    }

    /** The label's logit is far ahead: what is left of the loss is what smoothing asks for, and finite. */
    @EachVariant
    void largeLogitsDoNotOverflow(String name) {
        try (Engine engine = Variant.open(name)) {
            Value logits = engine.constant(Shape.of(1, 2), 1000, 0);
            Value zero = engine.constant(Shape.of(1), 0);
            Loss loss = Loss.crossEntropy(Reduction.MEAN).labelSmoothing(0.1).classWeights(2, 3);
            Close.assertClose("loss", 0.05 * 3 * 1000 / 2, loss.of(logits, zero).item(), ROUNDING, 0);
        }
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @EachVariant
    void binaryCrossEntropyWithPositiveWeights(String name) {
        double[] targets = new Random(12).doubles(BATCH * CLASSES).toArray();
        for (int i = 0; i < 8; i++) {
            targets[i] = i % 2;
        }
        for (Reduction reduction : Reduction.values()) {
            for (double[] weights : new double[][] {{2.5}, WEIGHTS}) {
                Expected expected = new Expected();
                for (int i = 0; i < LOGITS.length; i++) {
                    double p = weights[weights.length == 1 ? 0 : i % CLASSES];
                    double y = LOGITS[i];
                    double t = targets[i];
                    expected.loss += p * t * softplus(-y) + (1 - t) * softplus(y);
                    expected.gradient[i] = -p * t * sigmoid(-y) + (1 - t) * sigmoid(y);
                }
                expected.divide(reduction == Reduction.MEAN ? LOGITS.length : 1);
                Loss loss = Loss.bceWithLogits(reduction).positiveWeights(weights);
                check(name, loss, Shape.of(BATCH, CLASSES), LOGITS, targets, expected);
            }
        }
    }

    /** {@code e^-40} is far below the last digit of 40: a form in which 40 cancels gives 0. */
    @EachVariant
    void aPositiveWeightKeepsTheDigitsOfSmallLosses(String name) {
        try (Engine engine = Variant.open(name)) {
            Variable y = engine.variable(Shape.of(2), -40, 40);
            Value loss = Loss.bceWithLogits(Reduction.SUM).positiveWeights(3).of(y, engine.constant(Shape.of(2), 0, 1));
            loss.backward();
            Close.assertClose("loss", 4 * Math.exp(-40), loss.item(), ROUNDING, 0);
            double[] gradient = {Math.exp(-40), -3 * Math.exp(-40)};
            Close.assertClose("gradient", gradient, y.grad().data(), ROUNDING, 0);
        }
    }

    @EachVariant
    void aWeightOfOneChangesNothing(String name) {
        try (Engine engine = Variant.open(name)) {
            Value y = engine.constant(Shape.of(BATCH * CLASSES), LOGITS);
            Value t = y.sigmoid();
            Close.assertClose(
                    "loss",
                    Loss.BCE_WITH_LOGITS.of(y, t).item(),
                    Loss.bceWithLogits(Reduction.MEAN)
                            .positiveWeights(1)
                            .of(y, t)
                            .item(),
                    ROUNDING,
                    0);
        }
    }

    @EachVariant
    void absoluteAndHuberErrors(String name) {
        double[] targets = new Random(13).doubles(BATCH * CLASSES, -3, 3).toArray();
        for (Reduction reduction : Reduction.values()) {
            double count = reduction == Reduction.MEAN ? LOGITS.length : 1;
            Expected absolute = new Expected();
            Expected huber = new Expected();
            double delta = 1.25;
            for (int i = 0; i < LOGITS.length; i++) {
                double d = LOGITS[i] - targets[i];
                absolute.loss += Math.abs(d);
                absolute.gradient[i] = Math.signum(d);
                huber.loss += Math.abs(d) <= delta ? 0.5 * d * d : delta * (Math.abs(d) - 0.5 * delta);
                huber.gradient[i] = Math.max(-delta, Math.min(delta, d));
            }
            absolute.divide(count);
            huber.divide(count);
            Shape shape = Shape.of(BATCH, CLASSES);
            check(name, Loss.absoluteError(reduction), shape, LOGITS, targets, absolute);
            check(name, Loss.huber(delta, reduction), shape, LOGITS, targets, huber);
        }
    }

    @EachVariant
    void atItsBoundHuberPullsByDeltaAndWithoutErrorNothingPulls(String name) {
        try (Engine engine = Variant.open(name)) {
            Variable y = engine.variable(Shape.of(5), -2, 2, 0, 3, -30);
            Value zeros = engine.constant(Shape.of(5), new double[5]);
            Value loss = Loss.huber(2, Reduction.SUM).of(y, zeros);
            loss.backward();
            assertEquals(2 + 2 + 0 + 2 * (3 - 1) + 2 * (30 - 1), loss.item());
            Close.assertClose("huber", new double[] {-2, 2, 0, 2, -2}, y.grad().data(), 0, 0);
            y.zeroGrad();
            Loss.absoluteError(Reduction.SUM).of(y, zeros).backward();
            Close.assertClose(
                    "absolute", new double[] {-1, 1, 0, 1, -1}, y.grad().data(), 0, 0);
        }
    }

    @EachVariant
    void hingeAndSquaredErrorsHaveTheGradientOfTheirValue(String name) {
        double[] signs = new double[LOGITS.length];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = i % 3 == 0 ? 1 : -1;
        }
        for (Reduction reduction : Reduction.values()) {
            double count = reduction == Reduction.MEAN ? LOGITS.length : 1;
            Expected hinge = new Expected();
            Expected squared = new Expected();
            for (int i = 0; i < LOGITS.length; i++) {
                double missing = 1 - signs[i] * LOGITS[i];
                hinge.loss += Math.max(missing, 0);
                hinge.gradient[i] = missing > 0 ? -signs[i] : 0;
                double d = LOGITS[i] - signs[i];
                squared.loss += d * d;
                squared.gradient[i] = 2 * d;
            }
            hinge.divide(count);
            squared.divide(count);
            Shape shape = Shape.of(BATCH, CLASSES);
            check(name, Loss.hinge(reduction), shape, LOGITS, signs, hinge);
            check(name, Loss.squaredError(reduction), shape, LOGITS, signs, squared);
        }
    }

    @EachVariant
    void weightsOfTheWrongLengthAreRefused(String name) {
        try (Engine engine = Variant.open(name)) {
            Value y = engine.constant(Shape.of(2, 3), new double[6]);
            Value classes = engine.constant(Shape.of(2), 0, 2);
            Refused.with(
                    ShapeException.class,
                    "crossEntropy: one weight a class is needed: the output [2, 3] has 3 classes, got 2 weights",
                    () -> Loss.crossEntropy(Reduction.MEAN).classWeights(1, 2).of(y, classes));
            Refused.with(
                    ShapeException.class,
                    "bceWithLogits: one positive weight or one an output is needed: the output [2, 3] has 3, got 2"
                            + " weights",
                    () -> Loss.bceWithLogits(Reduction.MEAN)
                            .positiveWeights(1, 2)
                            .of(y, y));
            Refused.with(
                    DataException.class,
                    "crossEntropy: nothing to average: all 2 samples are of classes of weight 0; take larger batches"
                            + " or SUM",
                    () -> Loss.crossEntropy(Reduction.MEAN)
                            .classWeights(0, 1, 0)
                            .of(y, classes));
        }
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        Refused.with(
                ModelException.class,
                "crossEntropy: the label smoothing must be at least 0 and below 1: got 1.0",
                () -> Loss.crossEntropy(Reduction.SUM).labelSmoothing(1));
        Refused.with(
                ModelException.class,
                "crossEntropy: each class weight must be a finite number from 0: number 1 is -1.0",
                () -> Loss.crossEntropy(Reduction.SUM).classWeights(1, -1));
        Refused.with(
                ModelException.class,
                "bceWithLogits: each positive weight must be a finite number from 0: number 0 is NaN",
                () -> Loss.bceWithLogits(Reduction.SUM).positiveWeights(Double.NaN));
        Refused.with(
                ModelException.class,
                "huber: delta must be a finite number above 0: got 0.0",
                () -> Loss.huber(0, Reduction.SUM));
    }

    @Test
    void aLossIsReadableAsData() {
        CrossEntropy loss =
                Loss.crossEntropy(Reduction.MEAN).labelSmoothing(0.1).classWeights(1, 2);
        assertEquals(new CrossEntropy(Reduction.MEAN, 0.1, List.of(1.0, 2.0)), loss);
    }
}
