package org.wengert.nn.examples;

import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.nn.Activation;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.Randoms;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.Split;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.optim.Schedule;
import org.wengert.nn.train.BestWeights;
import org.wengert.nn.train.EarlyStopping;
import org.wengert.nn.train.Evaluation;
import org.wengert.nn.train.History;
import org.wengert.nn.train.Trainer;
import org.wengert.nn.train.Watched;

/** A curve through noisy points, and a run that ends by itself when new points are told no better. */
final class E05Regression {
    private static final int POINTS = 400;

    private E05Regression() {}

    public static void main(String... args) {
        double[][] x = new double[POINTS][1];
        double[][] y = new double[POINTS][1];
        var random = Randoms.seeded(7);
        for (int i = 0; i < POINTS; i++) {
            x[i][0] = random.nextDouble(-3, 3);
            y[i][0] = Math.sin(2 * x[i][0]) + 0.1 * random.nextGaussian();
        }
        Split points = DataSet.numbers(x, y).split(0.75, random);
        try (Engine engine = Engines.open()) {
            Mlp model = Mlp.of(engine, 1, Activation.TANH, 32, 32, 1).initialize(1);
            History history = new Trainer(model, Loss.MEAN_SQUARED_ERROR, new Adam(model.variables(), 0.01))
                    .epochs(500)
                    .batchSize(32)
                    .shuffle(1)
                    .schedule(Schedule.linear(0.01, 0.001, 4000))
                    .validation(points.test())
                    .listener(new EarlyStopping(Watched.VALIDATION_LOSS, 40, 0))
                    .listener(new BestWeights(Watched.VALIDATION_LOSS, model))
                    .fit(points.train());
            Evaluation test = Evaluation.of(model, Loss.MEAN_SQUARED_ERROR, points.test());
            System.out.printf(
                    "R2 %.3f after %d epochs%n",
                    test.metric(), history.epochLosses().size());
        }
    }
}
