package org.wengert.nn.examples;

import java.nio.file.Path;
import java.util.Map;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.nn.Activation;
import org.wengert.nn.Dropout;
import org.wengert.nn.Layer;
import org.wengert.nn.Loss;
import org.wengert.nn.Model;
import org.wengert.nn.Sequential;
import org.wengert.nn.Summary;
import org.wengert.nn.data.Mnist;
import org.wengert.nn.data.Split;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.optim.Schedule;
import org.wengert.nn.train.Evaluation;
import org.wengert.nn.train.Progress;
import org.wengert.nn.train.Trainer;
import org.wengert.nn.train.TrainingListener;

/** Handwritten digits of 28 by 28 pixels, 60,000 of them, with dropout, in single precision. */
final class E07Mnist {
    private E07Mnist() {}

    /** The folder of the four files, and for how many epochs to train. */
    public static void main(String... args) {
        Split mnist = new Split(Mnist.train(Path.of(args[0])), Mnist.test(Path.of(args[0])));
        int epochs = Integer.parseInt(args[1]);
        try (Engine engine = Engines.open("tape", Map.of("wengert.tape.precision", "float32"))) {
            Model model = Sequential.of(
                            Layer.of(engine, 784, 128, Activation.RELU),
                            Dropout.of(engine, 0.1),
                            Layer.of(engine, 128, 10, Activation.LINEAR))
                    .initialize(1);
            System.out.print(Summary.of(model));
            new Trainer(model, Loss.CROSS_ENTROPY, new Adam(model.variables(), 0.004))
                    .epochs(epochs)
                    .batchSize(64)
                    .shuffle(1)
                    .schedule(Schedule.linear(0.004, 0.0004, epochs * 938L))
                    .listener(new TrainingListener() {
                        @Override
                        public void epochDone(Progress progress) {
                            System.out.printf("epoch %d, loss %.4f%n", progress.epoch(), progress.epochLoss());
                        }
                    })
                    .fit(mnist.train());
            double accuracy =
                    Evaluation.of(model, Loss.CROSS_ENTROPY, mnist.test()).metric();
            System.out.printf("accuracy on new digits %.4f%n", accuracy);
        }
    }
}
