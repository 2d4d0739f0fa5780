package org.wengert.nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.error.ConfigurationException;
import org.wengert.nn.Activation;
import org.wengert.nn.EachEngine;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.Refused;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.optim.ReduceOnPlateau;
import org.wengert.nn.optim.Sgd;

class PlateauTest {
    private static final ReduceOnPlateau.Settings IMPATIENT = ReduceOnPlateau.Settings.USUAL.after(1, 0.5);

    /** A loss whose validation never changes: the rate falls after every second epoch but the first. */
    @EachEngine
    void theRateOfTheNextEpochFallsWhenTheNumberStandsStill(String name) {
        DataSet data = DataSet.numbers(new double[][] {{1}}, new double[][] {{0}});
        Loss still = (y, t) -> y.sum().mul(0).add(1);
        try (Engine engine = Engines.open(name)) {
            Mlp model = Mlp.of(engine, 1, Activation.LINEAR, 1);
            ReduceOnPlateau rates = new ReduceOnPlateau(1, IMPATIENT);
            List<Double> seen = new ArrayList<>();
            new Trainer(model, still, new Sgd(model.variables(), 1))
                    .epochs(6)
                    .schedule(rates)
                    .listener(new Plateau(Watched.TRAINING_LOSS, rates))
                    .listener(new TrainingListener() {
                        @Override
                        public void stepDone(Progress progress) {
                            seen.add(progress.learningRate());
                        }
                    })
                    .fit(data);
            assertEquals(List.of(1.0, 1.0, 1.0, 0.5, 0.5, 0.25), seen);
        }
    }

    @Test
    void whatItRemembersIsTakenUp() {
        ReduceOnPlateau before = new ReduceOnPlateau(1, IMPATIENT);
        before.told(3);
        before.told(4);
        ReduceOnPlateau after = new ReduceOnPlateau(9, IMPATIENT);

        new Plateau(Watched.TRAINING_LOSS, after).restore(new Plateau(Watched.TRAINING_LOSS, before).state());

        assertEquals(new ReduceOnPlateau.State(1, 3, 1, 0), after.state());
        assertEquals(before.state(), after.state());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        ReduceOnPlateau rates = new ReduceOnPlateau(1, IMPATIENT);
        Refused.with(
                ConfigurationException.class,
                "plateau: VALIDATION_METRIC is better when it is larger, the schedule takes the other way round; make it"
                        + " with larger(true)",
                () -> new Plateau(Watched.VALIDATION_METRIC, rates));
        Refused.with(
                ConfigurationException.class,
                "plateau: a state has 4 numbers: got 0",
                () -> new Plateau(Watched.TRAINING_LOSS, rates).restore(Map.of()));
    }
}
