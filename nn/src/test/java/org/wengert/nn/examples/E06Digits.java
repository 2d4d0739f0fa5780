package org.wengert.nn.examples;

import java.nio.file.Path;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.nn.Activation;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.Randoms;
import org.wengert.nn.data.CsvData;
import org.wengert.nn.data.Split;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.train.Evaluation;
import org.wengert.nn.train.Trainer;

/** Handwritten digits of 8 by 8 pixels, from a CSV file without a header whose last column is the digit. */
final class E06Digits {
    private E06Digits() {}

    /** The file. */
    public static void main(String... args) {
        Split digits = CsvData.of(Path.of(args[0]))
                .headerless()
                .classes()
                .read()
                .stratifiedSplit(0.8, Randoms.seeded(1))
                .standardized();
        try (Engine engine = Engines.open()) {
            Mlp model = Mlp.of(engine, 64, Activation.RELU, 64, 10).initialize(1);
            new Trainer(model, Loss.CROSS_ENTROPY, new Adam(model.variables(), 0.003))
                    .epochs(30)
                    .batchSize(32)
                    .shuffle(1)
                    .fit(digits.train());
            double accuracy =
                    Evaluation.of(model, Loss.CROSS_ENTROPY, digits.test()).metric();
            System.out.printf("accuracy on new digits %.3f%n", accuracy);
        }
    }
}
