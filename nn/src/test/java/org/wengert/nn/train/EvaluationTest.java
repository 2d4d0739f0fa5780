package org.wengert.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Value;
import org.wengert.nn.Activation;
import org.wengert.nn.EachEngine;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.Reduction;
import org.wengert.nn.Refused;
import org.wengert.nn.data.DataException;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.Moons;

class EvaluationTest {
    private static Mlp mlp(Engine engine) {
        return Mlp.of(engine, 2, Activation.TANH, 4, 1).initialize(1);
    }

    @EachEngine
    void evaluationInChunksIsTheEvaluationOfAllAtOnce(String name) {
        DataSet data = Moons.of(600, 0.1, 1);
        try (Engine engine = Engines.open(name)) {
            Mlp model = mlp(engine);
            Loss sum = Loss.hinge(Reduction.SUM);
            Evaluation evaluation = Evaluation.of(model, sum, data);

            Value whole = model.forward(data.batch().inputs(engine));
            assertArrayEquals(whole.data(), evaluation.outputs());
            assertEquals(sum.of(whole, data.batch().targets(engine)).item(), evaluation.loss());
        }
    }

    @EachEngine
    void aModelWithoutTheOutputsTheDataNeedsIsRefused(String name) {
        DataSet data = DataSet.classes(new double[][] {{0, 0}, {1, 1}, {2, 2}}, 0, 1, 2);
        try (Engine engine = Engines.open(name)) {
            Refused.with(
                    DataException.class,
                    "evaluation: wrong number of outputs: the data needs 3 a sample, the model gives 1",
                    () -> Evaluation.of(mlp(engine), Loss.CROSS_ENTROPY, data));
        }
    }
}
