package org.wengert.nn.examples;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.nn.Activation;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.data.Moons;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.train.Checkpoints;
import org.wengert.nn.train.Progress;
import org.wengert.nn.train.Trainer;
import org.wengert.nn.train.TrainingListener;

/** A run that is broken off and taken up again, and ends with the very numbers of one that was left alone. */
final class E11Resume {
    private E11Resume() {}

    /** A folder for checkpoints, empty or not there. */
    public static void main(String... args) {
        Checkpoints checkpoints = Checkpoints.in(Path.of(args[0])).everySteps(10);
        double[] alone = train(Optional.empty(), Long.MAX_VALUE);
        train(Optional.of(checkpoints), 33); // 3 steps past a checkpoint, and nobody says goodbye
        double[] resumed = train(Optional.of(checkpoints.resuming()), Long.MAX_VALUE);
        System.out.println("the same to the last bit: " + Arrays.equals(alone, resumed));
    }

    private static double[] train(Optional<Checkpoints> checkpoints, long crashAt) {
        try (Engine engine = Engines.open()) {
            Mlp model = Mlp.of(engine, 2, Activation.TANH, 8, 1).initialize(1);
            Trainer trainer = new Trainer(model, Loss.HINGE, new Adam(model.variables(), 0.01))
                    .epochs(20)
                    .batchSize(25)
                    .shuffle(9)
                    .listener(new TrainingListener() {
                        @Override
                        public void stepDone(Progress progress) {
                            if (progress.step() == crashAt) {
                                throw new IllegalStateException("the power is gone");
                            }
                        }
                    });
            checkpoints.ifPresent(trainer::checkpoints);
            trainer.fit(Moons.of(100, 0.1, 1));
            return model.parameters();
        } catch (IllegalStateException crash) {
            System.out.println("crashed: " + crash.getMessage());
            return new double[0];
        }
    }
}
