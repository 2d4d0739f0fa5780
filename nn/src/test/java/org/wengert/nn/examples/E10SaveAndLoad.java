package org.wengert.nn.examples;

import java.nio.file.Path;
import java.util.Map;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.nn.Activation;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.Moons;
import org.wengert.nn.data.Preprocessing;
import org.wengert.nn.data.Standardizer;
import org.wengert.nn.io.ModelFile;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.predict.Prediction;
import org.wengert.nn.predict.Predictor;
import org.wengert.nn.train.Trainer;

/** A model saved with all that is needed to use it, and used by somebody who knows nothing but the file. */
final class E10SaveAndLoad {
    private E10SaveAndLoad() {}

    /** The file to save to. */
    public static void main(String... args) {
        Path file = Path.of(args[0]);
        train(file);
        use(file);
    }

    private static void train(Path file) {
        DataSet raw = Moons.of(200, 0.1, 1);
        Standardizer scaler = Standardizer.fit(raw);
        try (Engine engine = Engines.open()) {
            Mlp model = Mlp.of(engine, 2, Activation.TANH, 16, 1).initialize(1);
            new Trainer(model, Loss.HINGE, new Adam(model.variables(), 0.02))
                    .epochs(60)
                    .batchSize(50)
                    .shuffle(1)
                    .fit(scaler.apply(raw));
            ModelFile.save(file, model, Preprocessing.of(raw).withScaler(scaler));
        }
    }

    private static void use(Path file) {
        try (Predictor predictor = Predictor.load(file)) {
            System.out.println(
                    "inputs " + predictor.model().preprocessing().orElseThrow().columnNames());
            Prediction upper = predictor.predict(0, 1);
            Prediction lower = predictor.predict(Map.of("x", "1", "y", "-0.5"));
            System.out.println("classes " + upper.className().orElseThrow() + " and "
                    + lower.className().orElseThrow());
        }
    }
}
