package org.wengert.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.error.NonFiniteException;
import org.wengert.nn.Activation;
import org.wengert.nn.EachEngine;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.Refused;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.Moons;
import org.wengert.nn.data.SeedRegression;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.optim.Optimizer;
import org.wengert.nn.optim.Sgd;

/** Runs that end before they are complete: by a number that is not finite, an interrupt, or a listener. */
class BrokenOffTest {
    private static Mlp mlp(Engine engine) {
        return Mlp.of(engine, 2, Activation.TANH, 4, 1).initialize(1);
    }

    private static Trainer trainer(Mlp model) {
        return new Trainer(model, Loss.HINGE, new Adam(model.variables(), 0.01));
    }

    @EachEngine
    void aLossThatBecomesNaNStopsAndNamesTheStepAndTheOperation(String name) {
        try (Engine engine = Engines.open(name)) {
            Mlp model = Mlp.of(engine, 1, Activation.LINEAR, 1).setParameters(1, 1);
            Optimizer sgd = new Sgd(model.variables(), 1);
            // Each step takes 1 from the bias alone; at the fourth, the logarithm is of -1.
            DataSet data = DataSet.numbers(new double[][] {{0}}, new double[][] {{0}});
            Loss failing = (y, t) -> y.sum().add(y.add(1).log().mul(0).sum());
            List<double[]> before = new ArrayList<>(List.of(model.parameters()));
            Trainer trainer = new Trainer(model, failing, sgd).epochs(9).listener(new TrainingListener() {
                @Override
                public void stepDone(Progress progress) {
                    before.add(model.parameters());
                }
            });

            Refused.with(
                    NonFiniteException.class,
                    "training: the loss is NaN at step 3, in epoch 3: the first that is not finite is the result of log"
                            + " in or behind 'layers.0', shape [1, 1]; variables are as before this step",
                    () -> trainer.fit(data));

            assertEquals(3, before.size());
            assertArrayEquals(before.get(2), model.parameters());
            assertArrayEquals(new double[2], model.gradients());
            assertEquals(2, sgd.steps());
        }
    }

    @EachEngine
    void aVariableThatIsNotFiniteIsNamed(String name) {
        try (Engine engine = Engines.open(name)) {
            Mlp model = mlp(engine);
            double[] parameters = model.parameters();
            parameters[16] = Double.POSITIVE_INFINITY;
            model.setParameters(parameters);

            Refused.with(
                    NonFiniteException.class,
                    "training: the loss is Infinity at step 1, in epoch 1: the first that is not finite is variable"
                            + " 'layers.1.bias' as an earlier step or the program left it, shape [1]; variables are as before this"
                            + " step",
                    () -> new Trainer(model, Loss.SUM_SQUARED_ERROR, new Sgd(model.variables(), 1))
                            .fit(Moons.of(5, 0.1, 1)));
        }
    }

    @EachEngine
    void aRunThatDivergesIsStoppedBeforeItsVariablesAreLost(String name) {
        try (Engine engine = Engines.open(name)) {
            Mlp model = Mlp.of(engine, 3, Activation.RELU, 8, 1).initialize(1);
            Trainer trainer = new Trainer(model, Loss.SUM_SQUARED_ERROR, new Sgd(model.variables(), 1)).epochs(1000);

            assertThrows(NonFiniteException.class, () -> trainer.fit(SeedRegression.of(20, 1)));

            for (double parameter : model.parameters()) {
                assertTrue(Double.isFinite(parameter));
            }
        }
    }

    @EachEngine
    void anInterruptEndsTheRunBetweenStepsAndIsKept(String name) {
        try (Engine engine = Engines.open(name)) {
            Mlp model = mlp(engine);
            Optimizer sgd = new Sgd(model.variables(), 0.1);
            History history = new Trainer(model, Loss.HINGE, sgd)
                    .epochs(10)
                    .batchSize(2)
                    .listener(new TrainingListener() {
                        @Override
                        public void stepDone(Progress progress) {
                            if (progress.step() == 4) {
                                Thread.currentThread().interrupt();
                            }
                        }
                    })
                    .fit(Moons.of(6, 0.1, 1));

            assertTrue(Thread.interrupted(), "the thread stays interrupted");
            assertTrue(history.interrupted());
            assertEquals(4, history.steps());
            assertEquals(1, history.epochLosses().size());
            assertEquals(4, sgd.steps());
        }
    }

    /** Trains until an interrupt in the middle of the fourth step, or until that step is done; gives the parameters. */
    private static double[] fourSteps(String name, boolean interrupted) {
        try (Engine engine = Engines.open(name)) {
            Mlp model = mlp(engine);
            int[] calls = {0};
            new Trainer(model, Loss.HINGE, new Sgd(model.variables(), 0.1))
                    .epochs(10)
                    .batchSize(2)
                    .regularization(variables -> {
                        if (++calls[0] == 4 && interrupted) {
                            Thread.currentThread().interrupt();
                        }
                        return variables.get(0).square().sum().mul(0.01);
                    })
                    .listener(new TrainingListener() {
                        @Override
                        public void stepDone(Progress progress) {
                            if (progress.step() == 4 && !interrupted) {
                                progress.stop();
                            }
                        }
                    })
                    .fit(Moons.of(6, 0.1, 1));
            assertEquals(interrupted, Thread.interrupted());
            return model.parameters();
        }
    }

    @EachEngine
    void anInterruptInTheMiddleOfAStepLetsItBeDone(String name) {
        assertArrayEquals(fourSteps(name, false), fourSteps(name, true));
    }

    @EachEngine
    void aListenerMayEndTheRun(String name) {
        try (Engine engine = Engines.open(name)) {
            Notes notes = new Notes();
            History history = trainer(mlp(engine))
                    .epochs(10)
                    .batchSize(3)
                    .listener(new TrainingListener() {
                        @Override
                        public void epochDone(Progress progress) {
                            if (progress.epoch() == 2) {
                                progress.stop();
                            }
                        }
                    })
                    .listener(notes)
                    .fit(Moons.of(6, 0.1, 1));

            assertEquals(4, history.steps());
            assertFalse(history.interrupted());
            assertEquals("ended", notes.words.get(notes.words.size() - 1));
        }
    }
}
