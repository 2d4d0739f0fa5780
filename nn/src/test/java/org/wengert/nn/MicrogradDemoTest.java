package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.util.List;
import org.wengert.Engine;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.optim.Schedule;
import org.wengert.nn.optim.Sgd;
import org.wengert.nn.train.Evaluation;
import org.wengert.nn.train.Progress;
import org.wengert.nn.train.Trainer;
import org.wengert.nn.train.TrainingListener;

/** Row M16: micrograd's demo, all hundred losses and accuracies, from its stored data and first weights. */
class MicrogradDemoTest {
    private static final int STEPS = 100;

    @EachVariant
    void m16AllHundredLossesAndAccuraciesAreReproduced(String name) {
        JsonObject demo = Shared.fixture("micrograd_demo.json");
        double[][] trace = Shared.rows(demo.get("trace"));
        DataSet moons = DataSet.signs(Shared.rows(demo.get("X")), Shared.numbers(demo.get("y")));
        try (Engine engine = Variant.open(name)) {
            Mlp model = Mlp.of(engine, 2, Activation.RELU, 16, 16, 1).setParameters(Shared.numbers(demo.get("w0")));
            assertEquals(337, model.parameterCount());
            Watch watch = new Watch(model, moons);

            List<Double> losses = new Trainer(model, Loss.HINGE, new Sgd(model.variables(), 1))
                    .epochs(STEPS)
                    .schedule(Schedule.linear(1, 0.1, STEPS))
                    .regularization(Regularization.l2(1e-4))
                    .listener(watch)
                    .fit(moons)
                    .losses();

            for (int step = 0; step < STEPS; step++) {
                Close.assertClose("loss of step " + step, trace[step][0], losses.get(step), 1e-12, 0);
                assertEquals(trace[step][1], watch.accuracies[step], "accuracy at step " + step);
            }
            Close.assertClose("first", 0.8958441028683222, losses.get(0), 1e-12, 0);
            Close.assertClose("second", 1.7235905336972022, losses.get(1), 1e-12, 0);
            Close.assertClose("last", 0.010978370135492717, losses.get(STEPS - 1), 1e-12, 0);
        }
    }

    /** The accuracy that belongs to each loss: that of the variables before the step. */
    private static final class Watch implements TrainingListener {
        private final Model model;
        private final DataSet data;
        final double[] accuracies = new double[STEPS + 1];

        Watch(Model model, DataSet data) {
            this.model = model;
            this.data = data;
        }

        @Override
        public void started(Progress progress) {
            accuracies[0] = Evaluation.of(model, Loss.HINGE, data).metric();
        }

        @Override
        public void stepDone(Progress progress) {
            accuracies[(int) progress.step()] =
                    Evaluation.of(model, Loss.HINGE, data).metric();
        }
    }
}
