package org.wengert.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.error.ConfigurationException;
import org.wengert.error.NonFiniteException;
import org.wengert.nn.Activation;
import org.wengert.nn.EachEngine;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.Refused;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.Moons;
import org.wengert.nn.optim.ReduceOnPlateau;
import org.wengert.nn.optim.Sgd;

class ListenersTest {
    /** One weight that falls by 1 a step from 3, while the validation loss {@code (w - 1.25)^2} falls and then rises. */
    private static Trainer falling(Mlp model) {
        DataSet best = DataSet.numbers(new double[][] {{1}}, new double[][] {{1.25}});
        Loss slope = (y, t) -> t.item() == 0 ? y.sum() : y.sub(t).square().sum();
        return new Trainer(model, slope, new Sgd(model.variables().subList(0, 1), 1))
                .epochs(10)
                .validation(best)
                .regularization(variables -> variables.get(0).mul(0).sum());
    }

    private static Mlp three(Engine engine) {
        return Mlp.of(engine, 1, Activation.LINEAR, 1).setParameters(3, 0);
    }

    @EachEngine
    void earlyStoppingWaitsForAsManyEpochsAsItWasTold(String name) {
        try (Engine engine = Engines.open(name)) {
            // After the epochs the weight is 2, 1, 0, -1 ...: validation losses 0.5625, 0.0625, 1.5625, 5.0625 ...
            for (int patience : new int[] {1, 3}) {
                EarlyStopping stopping = new EarlyStopping(Watched.VALIDATION_LOSS, patience, 0);
                History history = falling(three(engine))
                        .listener(stopping)
                        .fit(DataSet.numbers(new double[][] {{1}}, new double[][] {{0}}));
                assertEquals(2 + patience, history.steps());
                assertEquals(0.0625, stopping.best());
                assertEquals(0.5625, history.validations().get(0).loss());
                assertFalse(history.interrupted());
            }
            EarlyStopping impatient = new EarlyStopping(Watched.VALIDATION_LOSS, 1, 0.75);
            assertEquals(
                    2,
                    falling(three(engine))
                            .listener(impatient)
                            .fit(DataSet.numbers(new double[][] {{1}}, new double[][] {{0}}))
                            .steps(),
                    "0.5 better is not enough");
        }
    }

    @EachEngine
    void aSecondRunIsJudgedByItsOwnEpochs(String name) {
        DataSet one = DataSet.numbers(new double[][] {{1}}, new double[][] {{0}});
        try (Engine engine = Engines.open(name)) {
            EarlyStopping stopping = new EarlyStopping(Watched.VALIDATION_LOSS, 1, 0);
            Mlp model = three(engine);
            BestWeights best = new BestWeights(Watched.VALIDATION_LOSS, model);
            Trainer trainer = falling(model).listener(stopping).listener(best);
            assertEquals(3, trainer.fit(one).steps());

            model.setParameters(9.25, 0); // 8.25, 7.25 ... 1.25, 0.25

            assertEquals(9, trainer.fit(one).steps());
            assertEquals(0, stopping.best());
            model.setParameters(4.875, 0); // 3.875, 2.875, 1.875, 0.875, -0.125: the best of these is not so good

            assertEquals(5, trainer.fit(one).steps());
            assertEquals(0.375 * 0.375, stopping.best());
            assertEquals(0.375 * 0.375, best.best());
            assertArrayEquals(new double[] {0.875, 0}, model.parameters());
        }
    }

    @EachEngine
    void bestWeightsPutsTheBestEpochBack(String name) {
        try (Engine engine = Engines.open(name)) {
            Mlp model = three(engine);
            List<Double> saved = new ArrayList<>();
            BestWeights best = new BestWeights(Watched.VALIDATION_LOSS, model, () -> saved.add(model.parameters()[0]));
            falling(model).listener(best).fit(DataSet.numbers(new double[][] {{1}}, new double[][] {{0}}));
            assertArrayEquals(new double[] {1, 0}, model.parameters());
            assertEquals(List.of(2.0, 1.0), saved);
            assertEquals(0.0625, best.best());
        }
    }

    @EachEngine
    void aPlateauLowersTheRateOfTheStepsAfterIt(String name) {
        try (Engine engine = Engines.open(name)) {
            Mlp model = three(engine);
            ReduceOnPlateau rates = new ReduceOnPlateau(1, ReduceOnPlateau.Settings.USUAL.after(1, 0.5));
            List<Double> used = new ArrayList<>();
            falling(model)
                    .schedule(rates)
                    .listener(new Plateau(Watched.VALIDATION_LOSS, rates))
                    .listener(new TrainingListener() {
                        @Override
                        public void stepDone(Progress progress) {
                            used.add(progress.learningRate());
                        }
                    })
                    .epochs(6)
                    .fit(DataSet.numbers(new double[][] {{1}}, new double[][] {{0}}));
            // Best after epoch 2; epochs 3 and 4 fail, which is one more than is forgiven.
            assertEquals(List.of(1.0, 1.0, 1.0, 1.0, 0.5, 0.5), used);
            Plateau same = new Plateau(Watched.VALIDATION_LOSS, rates);
            same.restore(same.state());
            assertEquals(0.25, rates.rate(9), "epochs 5 and 6 failed too");
        }
    }

    @Test
    void whatIsBetter() {
        assertTrue(Watched.TRAINING_LOSS.better(1, 2, 0.5));
        assertFalse(Watched.TRAINING_LOSS.better(1, 2, 1));
        assertTrue(Watched.VALIDATION_METRIC.better(2, 1, 0.5));
        assertFalse(Watched.VALIDATION_METRIC.better(1, 2, 0));
        assertTrue(Watched.VALIDATION_METRIC.better(1, Double.NaN, 0));
        assertFalse(Watched.VALIDATION_METRIC.better(Double.NaN, Double.NaN, 0));
        assertFalse(Watched.VALIDATION_LOSS.better(Double.NaN, 1, 0));
    }

    @EachEngine
    void gradientStatisticsAreThoseOfTheLatestStepLookedAt(String name) {
        try (Engine engine = Engines.open(name)) {
            // relu(x + 0) and relu(-x - 5): the second is dead for x = 1 and 2. Loss: sum of 3 * first + 4 * second.
            Mlp model = Mlp.of(engine, 1, Activation.RELU, 2, 1).setParameters(1, 0, -1, -5, 3, 4, 0);
            GradientStatistics statistics = new GradientStatistics(model.variables(), 2);
            DataSet data = DataSet.numbers(new double[][] {{1}, {2}}, new double[][] {{0}, {0}});
            new Trainer(model, (y, t) -> y.sum(), new Sgd(model.variables(), 0))
                    .epochs(2)
                    .listener(statistics)
                    .fit(data);
            assertEquals(1, statistics.step());
            assertEquals(0.5, statistics.deadRelus());
            Map<String, Double> norms = statistics.norms();
            assertEquals(
                    Map.of(
                            "layers.0.weight", 9.0, // 3 * (1 + 2)
                            "layers.0.bias", 6.0, // 3 * 2
                            "layers.1.weight", 3.0, // 1 + 2
                            "layers.1.bias", 2.0),
                    norms);
            assertEquals(Math.sqrt(81 + 36 + 9 + 4), statistics.norm(), 1e-14);
        }
    }

    @EachEngine
    void aGradientThatIsNotFiniteIsStoppedIfAskedFor(String name) {
        try (Engine engine = Engines.open(name)) {
            Mlp model = Mlp.of(engine, 1, Activation.LINEAR, 1).setParameters(0, 1);
            // The root of 0 is 0, and its slope is infinite.
            Trainer trainer =
                    new Trainer(model, (y, t) -> y.sub(1).sqrt().sum(), new Sgd(model.variables(), 1)).guardGradients();
            Refused.with(
                    NonFiniteException.class,
                    "training: the gradient of 'layers.0.weight' holds Infinity at step 1, in epoch 1, though the loss is"
                            + " finite; variables are as before this step",
                    () -> trainer.fit(DataSet.numbers(new double[][] {{2}}, new double[][] {{0}})));
            assertArrayEquals(new double[] {0, 1}, model.parameters());
            assertArrayEquals(new double[2], model.gradients());
        }
    }

    @Test
    void refusals() {
        try (Engine engine = Engines.open("tape")) {
            Mlp model = Mlp.of(engine, 2, Activation.TANH, 1).initialize(1);
            Refused.with(
                    ConfigurationException.class,
                    "training: nothing to watch: there are no validation data; give some to Trainer.validation, or watch"
                            + " TRAINING_LOSS",
                    () -> new Trainer(model, Loss.HINGE, new Sgd(model.variables(), 0.1))
                            .listener(new EarlyStopping(Watched.VALIDATION_METRIC, 1, 0))
                            .fit(Moons.of(5, 0.1, 1)));
            Refused.with(
                    ConfigurationException.class,
                    "early stopping: the patience must be at least 1 epoch and the margin a finite number from 0: got 0 and"
                            + " NaN",
                    () -> new EarlyStopping(Watched.TRAINING_LOSS, 0, Double.NaN));
            Refused.with(
                    ConfigurationException.class,
                    "gradient statistics: steps must be looked at every 1 or more: got 0",
                    () -> new GradientStatistics(model.variables(), 0));
        }
    }
}
