package org.wengert.nn.optim;

import java.util.Arrays;
import java.util.Random;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.nn.Activation;
import org.wengert.nn.Close;
import org.wengert.nn.EachVariant;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.Reduction;
import org.wengert.nn.Variant;

/** Parts of a batch, one after another, against all of it at once. */
class AccumulationTest {
    private static final int SAMPLES = 12;
    private static final int WIDTH = 3;
    private static final double ROUNDING = 1e-13;
    private static final double[] X =
            new Random(5).doubles(SAMPLES * WIDTH, -2, 2).toArray();

    private static Value loss(Mlp model, Reduction reduction, int from, int to) {
        Engine engine = model.engine();
        double[] inputs = Arrays.copyOfRange(X, from * WIDTH, to * WIDTH);
        double[] classes = new double[to - from];
        Arrays.setAll(classes, i -> (from + i) * 5 % 4);
        Value x = engine.constant(Shape.of(to - from, WIDTH), inputs);
        return Loss.crossEntropy(reduction).of(model.forward(x), engine.constant(Shape.of(to - from), classes));
    }

    @EachVariant
    void partsOfABatchAddUpToTheWholeOfIt(String name) {
        int[][] cuts = {{0, 12}, {0, 4, 8, 12}, {0, 5, 6, 12}};
        try (Engine engine = Variant.open(name)) {
            for (Reduction reduction : Reduction.values()) {
                double[] gradient = new double[0];
                double[] moved = new double[0];
                for (int[] cut : cuts) {
                    Mlp model = Mlp.of(engine, WIDTH, Activation.TANH, 5, 4).initialize(1);
                    Optimizer sgd = new Sgd(model.variables(), 0.1);
                    for (int i = 1; i < cut.length; i++) {
                        try (Scope scope = engine.scope()) {
                            sgd.accumulate(
                                    loss(model, reduction, cut[i - 1], cut[i]),
                                    reduction.share(cut[i] - cut[i - 1], SAMPLES));
                        }
                    }
                    double[] sum = model.gradients();
                    sgd.step();
                    if (cut.length == 2) {
                        gradient = sum;
                        moved = model.parameters();
                    }
                    Close.assertClose("gradient", gradient, sum, ROUNDING, ROUNDING);
                    Close.assertClose("parameter", moved, model.parameters(), ROUNDING, ROUNDING);
                }
            }
        }
    }
}
