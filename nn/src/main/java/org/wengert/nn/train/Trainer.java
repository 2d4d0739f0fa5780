package org.wengert.nn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.wengert.Engine;
import org.wengert.Graph;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ConfigurationException;
import org.wengert.error.NonFiniteException;
import org.wengert.nn.Loss;
import org.wengert.nn.Model;
import org.wengert.nn.Regularization;
import org.wengert.nn.data.Batch;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.optim.Optimizer;
import org.wengert.nn.optim.Schedule;

/**
 * Takes a model through data, epoch by epoch and batch by batch. Each step has a scope of its own, so memory does not
 * grow. Unless told otherwise: one epoch, all samples in one batch, in order, at the optimiser's own learning rate.
 *
 * <pre>{@code
 * History history = new Trainer(model, Loss.CROSS_ENTROPY, new Adam(model.variables(), 1e-3))
 *         .epochs(20)
 *         .batchSize(64)
 *         .shuffle(Randoms.seeded(1))
 *         .fit(data);
 * }</pre>
 */
public final class Trainer {
    private final Model model;
    private final Loss loss;
    private final Optimizer optimizer;
    private final List<TrainingListener> listeners = new ArrayList<>();
    private int epochs = 1;
    private int batchSize = Integer.MAX_VALUE;
    private Optional<RandomGenerator> random = Optional.empty();
    private Optional<Schedule> schedule = Optional.empty();
    private Optional<Regularization> regularization = Optional.empty();

    /** A trainer; the optimiser says which variables move. */
    public Trainer(Model model, Loss loss, Optimizer optimizer) {
        this.model = model;
        this.loss = loss;
        this.optimizer = optimizer;
    }

    /** How often to go through the data; returns this. */
    public Trainer epochs(int count) {
        epochs = positive("epochs", count);
        return this;
    }

    /** How many samples a step takes; the last of an epoch takes what is left; returns this. */
    public Trainer batchSize(int size) {
        batchSize = positive("batch size", size);
        return this;
    }

    private static int positive(String what, int number) {
        if (number < 1) {
            throw new ConfigurationException("training: the " + what + " must be at least 1: got " + number);
        }
        return number;
    }

    /** Shuffles before each epoch; returns this. */
    public Trainer shuffle(RandomGenerator generator) {
        random = Optional.of(generator);
        return this;
    }

    /** The learning rate of each step, counted from 0 for each {@link #fit}; returns this. */
    public Trainer schedule(Schedule rates) {
        schedule = Optional.of(rates);
        return this;
    }

    /** Adds a penalty on the optimiser's variables to the loss; returns this. */
    public Trainer regularization(Regularization penalty) {
        regularization = Optional.of(penalty);
        return this;
    }

    /** Tells a listener of every step and epoch; several are told in the order they came; returns this. */
    public Trainer listener(TrainingListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Trains. An interrupt of the thread ends the run between two steps; the thread stays interrupted and the history
     * says so.
     *
     * @throws NonFiniteException if a loss is NaN or infinite; the variables are as before that step
     */
    public History fit(DataSet data) {
        int size = Math.min(batchSize, data.size());
        long stepsAnEpoch = (data.size() + (long) size - 1) / size;
        Progress progress = new Progress(epochs, epochs * stepsAnEpoch);
        History.Recorder recorder = new History.Recorder();
        List<TrainingListener> all = new ArrayList<>(List.of(recorder));
        all.addAll(listeners);
        all.forEach(listener -> listener.started(progress));
        Iterable<Batch> batches =
                random.map(generator -> data.batches(size, generator)).orElseGet(() -> data.batches(size));
        boolean complete = true;
        while (complete && progress.epoch() < epochs) {
            complete = epoch(batches, progress, all);
        }
        boolean interrupted = !complete && !progress.isStopped();
        all.forEach(listener -> listener.ended(progress));
        return recorder.history(progress.seconds(), interrupted);
    }

    /** One pass over the data; false if it was broken off. */
    private boolean epoch(Iterable<Batch> batches, Progress progress, List<TrainingListener> all) {
        for (Batch batch : batches) {
            if (progress.isStopped() || Thread.currentThread().isInterrupted()) {
                return false;
            }
            schedule.ifPresent(rates -> optimizer.learningRate(rates.rate(progress.step())));
            double number = step(batch, progress);
            progress.stepDone(number, optimizer.learningRate(), batch.size());
            all.forEach(listener -> listener.stepDone(progress));
        }
        progress.epochDone();
        all.forEach(listener -> listener.epochDone(progress));
        return !progress.isStopped();
    }

    private double step(Batch batch, Progress progress) {
        Engine engine = model.engine();
        try (Scope scope = engine.scope()) {
            Value data = loss.of(model.forward(batch.inputs(engine)), batch.targets(engine));
            Value total = regularization
                    .map(penalty -> data.add(penalty.of(optimizer.variables())))
                    .orElse(data);
            double number = total.item();
            if (!Double.isFinite(number)) {
                throw new NonFiniteException("training: the loss is " + number + " at step " + (progress.step() + 1)
                        + " of epoch " + (progress.epoch() + 1) + ": " + origin(total)
                        + "; variables are as before this step");
            }
            optimizer.minimize(total);
            return number;
        }
    }

    private static String origin(Value loss) {
        Optional<Value> first = Graph.firstNonFinite(loss);
        if (first.isEmpty()) {
            return "nothing that was recorded is not finite";
        }
        Value value = first.get();
        String what = value instanceof Variable
                ? "variable '" + value.label() + "' as an earlier step or the program left it"
                : value.op().map(op -> "the result of " + op.name()).orElse("an input");
        return "the first that is not finite is " + what + ", shape " + value.shape();
    }
}
