package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ArityException;
import org.wengert.error.ShapeException;
import org.wengert.tck.Gradients;

class NormalizersTest {
    private static final double[] ROWS = {1, 2, 4, -3, 0.5, 8};
    private static final double[] WEIGHT = {2, -1, 0.5};
    private static final double[] BIAS = {0.1, 0.2, 0.3};

    private static Value batch(Engine engine) {
        return engine.constant(Shape.of(2, 3), ROWS);
    }

    private static <M extends Model> M scaled(M model) {
        model.variables().get(0).set(WEIGHT);
        model.variables().get(1).set(BIAS);
        return model;
    }

    /** The formula of either normaliser for one number, given the mean and the variance it is measured by. */
    private static double normalized(double x, double mean, double variance, double eps, int column) {
        return (x - mean) / Math.sqrt(variance + eps) * WEIGHT[column] + BIAS[column];
    }

    @EachVariant
    void layerNormMeasuresEachSampleByItself(String variant) {
        try (Engine engine = Variant.open(variant)) {
            LayerNorm norm = scaled(LayerNorm.of(engine, 3, 0.01));
            double[] expected = new double[6];
            for (int row = 0; row < 2; row++) {
                double mean = (ROWS[3 * row] + ROWS[3 * row + 1] + ROWS[3 * row + 2]) / 3;
                double variance = 0;
                for (int j = 0; j < 3; j++) {
                    variance += (ROWS[3 * row + j] - mean) * (ROWS[3 * row + j] - mean) / 3;
                }
                for (int j = 0; j < 3; j++) {
                    expected[3 * row + j] = normalized(ROWS[3 * row + j], mean, variance, 0.01, j);
                }
            }

            assertArrayEquals(expected, norm.forward(batch(engine)).data(), 1e-14);
            Value alone = norm.forward(engine.constant(Shape.of(3), -3, 0.5, 8));
            assertEquals(Shape.of(3), alone.shape());
            assertArrayEquals(new double[] {expected[3], expected[4], expected[5]}, alone.data(), 1e-14);
        }
    }

    @EachVariant
    void batchNormLearnsByTheBatchAndAnswersByWhatItNotedDown(String variant) {
        try (Engine engine = Variant.open(variant)) {
            BatchNorm1d norm = scaled(BatchNorm1d.of(engine, 3, 0.01, 0.25));
            double[] learning = new double[6];
            double[] answering = new double[6];
            double[] means = new double[3];
            double[] variances = new double[3];
            for (int j = 0; j < 3; j++) {
                double mean = (ROWS[j] + ROWS[3 + j]) / 2;
                double spread = (ROWS[j] - mean) * (ROWS[j] - mean) + (ROWS[3 + j] - mean) * (ROWS[3 + j] - mean);
                means[j] = 0.25 * mean;
                variances[j] = 0.75 + 0.25 * spread; // divided by n - 1 = 1
                for (int row = 0; row < 2; row++) {
                    double x = ROWS[3 * row + j];
                    learning[3 * row + j] = normalized(x, mean, spread / 2, 0.01, j);
                    answering[3 * row + j] = normalized(x, means[j], variances[j], 0.01, j);
                }
            }

            Pass pass = Pass.training(Randoms.seeded(1));
            assertArrayEquals(learning, norm.forward(batch(engine), pass).data(), 1e-14);
            assertArrayEquals(
                    new double[3], norm.buffers().get(0).data(), 0, "nothing changes before the step is taken");
            pass.commit();
            pass.commit();

            assertArrayEquals(means, norm.buffers().get(0).data(), 1e-15);
            assertArrayEquals(variances, norm.buffers().get(1).data(), 1e-14);
            assertArrayEquals(answering, norm.forward(batch(engine)).data(), 1e-14);
            assertEquals(
                    Shape.of(3),
                    norm.forward(engine.constant(Shape.of(3), 1, 2, 4)).shape());
        }
    }

    @EachVariant
    void gradientsAreThoseOfTheFormulas(String variant) {
        try (Engine engine = Variant.open(variant)) {
            Variable x = engine.variable(
                            Shape.of(4, 3), new Random(7).doubles(12, -2, 2).toArray())
                    .label("x");
            LayerNorm layerNorm = scaled(LayerNorm.of(engine, 3));
            Gradients.assertCorrect(
                    () -> layerNorm.forward(x), x, layerNorm.variables().get(0));
            BatchNorm1d batchNorm = scaled(BatchNorm1d.of(engine, 3));
            Gradients.assertCorrect(
                    () -> batchNorm.forward(x, Pass.training(Randoms.seeded(1))),
                    x,
                    batchNorm.variables().get(0),
                    batchNorm.variables().get(1));
            Gradients.assertCorrect(() -> batchNorm.forward(x), x);
        }
    }

    @EachVariant
    void refusals(String variant) {
        try (Engine engine = Variant.open(variant)) {
            Refused.with(
                    ArityException.class,
                    "layer norm: wrong number of inputs: it takes 4, got 3 in shape [2, 3]",
                    () -> LayerNorm.of(engine, 4).forward(batch(engine)));
            Model network = Sequential.of(BatchNorm1d.of(engine, 3));
            Refused.with(
                    ShapeException.class,
                    "layers.0: inputs must have shape [3] or [batch, 3]: they have []",
                    () -> network.forward(engine.constant(1)));
            Refused.with(
                    ModelException.class,
                    "layers.0: a training pass of batch norm needs at least 2 samples for a variance: got shape [1, 3];"
                            + " choose a batch size that does not leave a single one over",
                    () -> network.forward(engine.constant(Shape.of(1, 3), 1, 2, 3), Pass.training(Randoms.seeded(1))));
            Refused.with(
                    ModelException.class,
                    "batch norm: the momentum must be from 0 to 1: got 1.5",
                    () -> BatchNorm1d.of(engine, 3, 1e-5, 1.5));
            Refused.with(
                    ModelException.class,
                    "layer norm: eps must be a finite number above 0: got 0.0",
                    () -> LayerNorm.of(engine, 3, 0));
            Refused.with(
                    ModelException.class, "layer norm: size must be at least 1: got 0", () -> LayerNorm.of(engine, 0));
            assertFalse(Pass.EVALUATION.isTraining());
            Refused.with(
                    ModelException.class,
                    "pass: no random numbers: this is an evaluation; ask isTraining() first",
                    Pass.EVALUATION::random);
        }
    }
}
