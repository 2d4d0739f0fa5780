package org.wengert.nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.nn.Activation;
import org.wengert.nn.EachEngine;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.Moons;
import org.wengert.nn.optim.Sgd;

/** Which parameters a reported number belongs to. */
class ReportedLossTest {
    @EachEngine
    void b25AStepsLossIsOfTheParametersBeforeItAndAnEvaluationOfThoseAfter(String name) {
        try (Engine engine = Engines.open(name)) {
            DataSet data = Moons.of(40, 0.1, 1);
            Mlp model = Mlp.of(engine, 2, Activation.TANH, 4, 1).initialize(1);
            Trainer trainer = new Trainer(model, Loss.HINGE, new Sgd(model.variables(), 0.5));

            double before = Evaluation.of(model, Loss.HINGE, data).loss();
            double first = trainer.fit(data).losses().get(0);
            double after = Evaluation.of(model, Loss.HINGE, data).loss();
            double second = trainer.fit(data).losses().get(0);

            assertEquals(before, first, 1e-14);
            assertEquals(after, second, 1e-14);
            assertTrue(after < before, before + " before the step, " + after + " after");
        }
    }
}
