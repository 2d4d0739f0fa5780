package org.wengert.nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Variable;
import org.wengert.nn.Activation;
import org.wengert.nn.BatchNorm1d;
import org.wengert.nn.Dropout;
import org.wengert.nn.Layer;
import org.wengert.nn.LayerNorm;
import org.wengert.nn.Loss;
import org.wengert.nn.Model;
import org.wengert.nn.Residual;
import org.wengert.nn.Sequential;
import org.wengert.nn.Variant;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.Moons;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.optim.Schedule;

/** A run with all that a checkpoint must keep: what is random, what is noted down, what listeners remember. */
final class SavedRun {
    static final int STEPS_AN_EPOCH = 7;

    /** Of runs in tests that need no more. */
    static final int EPOCHS = 6;

    final Model model;
    final Adam optimizer;
    final Trainer trainer;

    SavedRun(Engine engine, int epochs) {
        model = Sequential.of(
                        Layer.of(engine, 2, 8, Activation.RELU),
                        BatchNorm1d.of(engine, 8),
                        Dropout.of(engine, 0.2),
                        Residual.of(Layer.of(engine, 8, 8, Activation.TANH)),
                        LayerNorm.of(engine, 8),
                        Layer.of(engine, 8, 1, Activation.LINEAR))
                .initialize(1);
        optimizer = new Adam(model.variables(), 0.01);
        trainer = new Trainer(model, Loss.HINGE, optimizer)
                .epochs(epochs)
                .batchSize(16)
                .shuffle(5)
                .seed(6)
                .schedule(Schedule.linear(0.01, 0.001, (long) epochs * STEPS_AN_EPOCH))
                .validation(Moons.of(40, 0.2, 2))
                .listener(new EarlyStopping(Watched.VALIDATION_LOSS, epochs, 0))
                .listener(new BestWeights(Watched.VALIDATION_METRIC, model));
    }

    static DataSet data() {
        return Moons.of(100, 0.2, 1);
    }

    /** Ends a run after a step. */
    static TrainingListener stopAt(long step) {
        return new TrainingListener() {
            @Override
            public void stepDone(Progress progress) {
                if (progress.step() == step) {
                    progress.stop();
                }
            }
        };
    }

    /** The bits of a run that was left alone. */
    static String undisturbed(String variant) {
        return undisturbed(variant, EPOCHS);
    }

    static String undisturbed(String variant, int epochs) {
        try (Engine engine = Variant.open(variant)) {
            SavedRun run = new SavedRun(engine, epochs);
            return run.bits(run.trainer.fit(data()));
        }
    }

    static void trainUntil(Engine engine, Path folder, long step) {
        new SavedRun(engine, EPOCHS)
                .trainer
                .checkpoints(Checkpoints.in(folder).everySteps(4))
                .listener(stopAt(step))
                .fit(data());
    }

    /** The bits of a run that goes on after this step, and not from the beginning. */
    static String resumed(Engine engine, Path folder, long after) {
        return resumed(engine, folder, after, EPOCHS);
    }

    static String resumed(Engine engine, Path folder, long after, int epochs) {
        SavedRun run = new SavedRun(engine, epochs);
        return run.bits(run.trainer
                .checkpoints(Checkpoints.in(folder).everySteps(4).resuming())
                .listener(new TrainingListener() {
                    @Override
                    public void started(Progress progress) {
                        assertEquals(after, progress.step());
                    }
                })
                .fit(data()));
    }

    /** The name of an engine, a folder for checkpoints, and the number of epochs: resumes, and prints what came of it. */
    public static void main(String... args) {
        try (Engine engine = Engines.open(args[0])) {
            SavedRun run = new SavedRun(engine, Integer.parseInt(args[2]));
            History history = run.trainer
                    .checkpoints(Checkpoints.in(Path.of(args[1])).everySteps(3).resuming())
                    .listener(new TrainingListener() {
                        @Override
                        public void stepDone(Progress progress) {
                            System.out.println("step " + progress.step());
                        }
                    })
                    .fit(data());
            System.out.println("result " + run.bits(history));
        }
    }

    /** A checksum of every bit that the run ended with. */
    String bits(History history) {
        CRC32 sum = new CRC32();
        model.variables().forEach(variable -> add(sum, variable.data()));
        model.buffers().forEach(variable -> add(sum, variable.data()));
        optimizer.state().stream().map(Variable::data).forEach(numbers -> add(sum, numbers));
        history.losses().forEach(loss -> add(sum, loss));
        history.validations().forEach(validation -> add(sum, validation.loss(), validation.metric()));
        return HexFormat.of().toHexDigits(sum.getValue()) + " after " + history.steps() + " steps";
    }

    private static void add(CRC32 sum, double... numbers) {
        for (double number : numbers) {
            long bits = Double.doubleToLongBits(number);
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                sum.update((int) (bits >>> shift) & 0xFF);
            }
        }
    }
}
