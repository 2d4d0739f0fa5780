package org.wengert.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.nn.Activation;
import org.wengert.nn.EachEngine;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.Randoms;
import org.wengert.nn.Shared;
import org.wengert.nn.data.CsvData;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.Mnist;
import org.wengert.nn.data.Moons;
import org.wengert.nn.data.Split;
import org.wengert.nn.optim.Adam;

/** Real data, with settings chosen once and not tuned to the seed; splits are stratified 80/20. */
class RealDataTest {
    private static double testAccuracy(Mlp model, Loss loss, Split data, double rate, int epochs, int batch) {
        new Trainer(model, loss, new Adam(model.variables(), rate))
                .epochs(epochs)
                .batchSize(batch)
                .shuffle(Randoms.seeded(2))
                .fit(data.train());
        double accuracy = Evaluation.of(model, loss, data.test()).metric();
        System.out.println(
                "test accuracy " + accuracy + " on engine " + model.engine().name());
        return accuracy;
    }

    @EachEngine
    void twoMoonsAreToldApart(String name) {
        try (Engine engine = Engines.open(name)) {
            Mlp model = Mlp.of(engine, 2, Activation.RELU, 16, 16, 1).initialize(1);
            Split moons = new Split(Moons.of(200, 0.1, 1), Moons.of(200, 0.1, 2));
            assertTrue(testAccuracy(model, Loss.HINGE, moons, 0.01, 60, 20) >= 0.99);
        }
    }

    @EachEngine
    void digitsReachNinetyFivePercent(String name) {
        DataSet digits = CsvData.of(Shared.file("data/digits.csv"))
                .headerless()
                .classes()
                .read();
        assertEquals(1797, digits.size());
        assertEquals(64, digits.width());
        Split split = digits.stratifiedSplit(0.8, Randoms.seeded(1)).standardized();
        try (Engine engine = Engines.open(name)) {
            Mlp model = Mlp.of(engine, 64, Activation.RELU, 32, 10).initialize(1);
            assertTrue(testAccuracy(model, Loss.CROSS_ENTROPY, split, 0.003, 15, 32) >= 0.95);
        }
    }

    @EachEngine
    void irisReachesNinetyPercent(String name) {
        DataSet iris = CsvData.read(Shared.file("data/iris.csv"), "species");
        assertEquals(150, iris.size());
        Split split = iris.stratifiedSplit(0.8, Randoms.seeded(1)).standardized();
        assertEquals(30, split.test().size());
        try (Engine engine = Engines.open(name)) {
            Mlp model = Mlp.of(engine, 4, Activation.TANH, 8, 3).initialize(1);
            assertTrue(testAccuracy(model, Loss.CROSS_ENTROPY, split, 0.01, 60, 16) >= 0.9);
        }
    }

    @Test
    void mnistIsReadWhole() {
        DataSet train = Mnist.train(Shared.file("data/mnist"));
        DataSet test = Mnist.test(Shared.file("data/mnist"));

        assertEquals(60_000, train.size());
        assertEquals(10_000, test.size());
        assertEquals(784, train.width());
        assertEquals(10, train.outputs());
        double[] labels = new double[] {5, 0, 4, 1, 9, 2, 1, 3, 1, 4};
        assertArrayEquals(labels, train.take(10).targetNumbers());
        assertArrayEquals(new double[] {7, 2, 1, 0, 4}, test.take(5).targetNumbers());
    }

    @EachEngine
    void aLittleOfMnistIsLearntFrom(String name) {
        Split some = new Split(
                Mnist.train(Shared.file("data/mnist")).take(300),
                Mnist.test(Shared.file("data/mnist")).take(200));
        try (Engine engine = Engines.open(name)) {
            Mlp model = Mlp.of(engine, 784, Activation.RELU, 16, 10).initialize(1);
            assertTrue(testAccuracy(model, Loss.CROSS_ENTROPY, some, 0.005, 3, 30) >= 0.5);
        }
    }
}
