package org.wengert.nn.train;

import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.wengert.error.ConfigurationException;
import org.wengert.error.NonFiniteException;
import org.wengert.nn.Loss;
import org.wengert.nn.Model;
import org.wengert.nn.Reduction;
import org.wengert.nn.Regularization;
import org.wengert.nn.data.BatchSource;
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
 *         .shuffle(1)
 *         .validation(test)
 *         .listener(new EarlyStopping(Watched.VALIDATION_LOSS, 3, 0))
 *         .checkpoints(Checkpoints.in(folder).resuming())
 *         .fit(train);
 * }</pre>
 */
public final class Trainer {
    private static final long UNKNOWN = -1;

    private final Settings settings;
    private Optional<RandomGenerator> generator = Optional.empty();
    private Optional<Long> orderSeed = Optional.empty();

    /** A trainer; the optimiser says which variables move. */
    public Trainer(Model model, Loss loss, Optimizer optimizer) {
        settings = new Settings(model, loss, optimizer);
    }

    /** How often to go through the data; returns this. */
    public Trainer epochs(int count) {
        settings.epochs = positive("epochs", count);
        return this;
    }

    /** How many samples a step takes; the last of an epoch takes what is left; returns this. */
    public Trainer batchSize(int size) {
        settings.batchSize = positive("batch size", size);
        return this;
    }

    /**
     * Takes each batch in parts of at most this many samples, whose gradients add up to that of the batch, so that no more
     * of it is recorded at a time; returns this. Results are those of whole batches up to rounding, except with layers that
     * look at the whole batch, as batch norm does: these see a part.
     *
     * @param reduction how the loss makes one number of a batch: by it the shares of the parts are found
     */
    public Trainer microBatchSize(int size, Reduction reduction) {
        settings.microBatchSize = positive("micro-batch size", size);
        settings.reduction = reduction;
        return this;
    }

    private static int positive(String what, int number) {
        if (number < 1) {
            throw new ConfigurationException("training: the " + what + " must be at least 1: got " + number);
        }
        return number;
    }

    /** Shuffles each epoch anew, in an order that follows from the seed and the epoch's number; returns this. */
    public Trainer shuffle(long seed) {
        orderSeed = Optional.of(seed);
        generator = Optional.empty();
        return this;
    }

    /**
     * Shuffles before each epoch by a generator's numbers, as published runs need it; returns this. Such a run cannot be
     * taken up from a checkpoint, for nobody knows where the generator stood, so it is refused them.
     */
    public Trainer shuffle(RandomGenerator random) {
        generator = Optional.of(random);
        orderSeed = Optional.empty();
        return this;
    }

    /** What layers draw, as dropout does, follows from this seed and the step's number, 0 unless told; returns this. */
    public Trainer seed(long seed) {
        settings.seed = seed;
        return this;
    }

    /** The learning rate of each step, counted from 0 for each {@link #fit}; returns this. */
    public Trainer schedule(Schedule rates) {
        settings.schedule = Optional.of(rates);
        return this;
    }

    /** Adds a penalty on the optimiser's variables to the loss; returns this. */
    public Trainer regularization(Regularization penalty) {
        settings.regularization = Optional.of(penalty);
        return this;
    }

    /** Evaluates the model on these data at each epoch's end, for listeners and the history; returns this. */
    public Trainer validation(DataSet data) {
        settings.validation = Optional.of(data);
        return this;
    }

    /**
     * Looks at every gradient before it is applied; returns this. A loss that is not finite ends the run in any case; this
     * ends it also where the loss is finite and a gradient is not, at the price of a copy of all gradients in every step.
     */
    public Trainer guardGradients() {
        settings.guardsGradients = true;
        return this;
    }

    /** Saves the run now and then, and takes it up where it was left if asked to; returns this. */
    public Trainer checkpoints(Checkpoints checkpoints) {
        settings.checkpoints = Optional.of(checkpoints);
        return this;
    }

    /** Tells a listener of every step and epoch; several are told in the order they came; returns this. */
    public Trainer listener(TrainingListener listener) {
        settings.listeners.add(listener);
        return this;
    }

    /**
     * Trains on samples in memory. An interrupt of the thread ends the run between two steps; the thread stays interrupted
     * and the history says so.
     *
     * @throws NonFiniteException if a loss is NaN or infinite; the variables are as before that step
     * @throws ConfigurationException if the run is to be taken up from a checkpoint of another one, see {@link Checkpoints}
     */
    public History fit(DataSet data) {
        if (settings.checkpoints.isPresent() && generator.isPresent()) {
            throw new ConfigurationException("training: a run in the order of a generator's numbers cannot be taken up"
                    + " again, so it has no checkpoints; use shuffle(seed)");
        }
        BatchSource source = generator
                .map(random -> BatchSource.shuffled(data, random))
                .or(() -> orderSeed.map(seed -> BatchSource.shuffled(data, seed)))
                .orElseGet(() -> BatchSource.of(data));
        return run(source);
    }

    /**
     * Trains on batches from a source, which may be larger than memory; what order they come in is up to the source. All else
     * is as with samples in memory.
     *
     * @throws ConfigurationException also if it was told to shuffle, or how many samples there are in a batch was left open
     *     and is not known
     * @throws org.wengert.nn.data.DataException if there are checkpoints and a pass over the source cannot be had again
     */
    public History fit(BatchSource source) {
        if (generator.isPresent() || orderSeed.isPresent()) {
            throw new ConfigurationException(
                    "training: a source has an order of its own: it cannot be shuffled here; make"
                            + " one that shuffles");
        }
        return run(source);
    }

    private History run(BatchSource source) {
        long samples = source.size().orElse(UNKNOWN);
        if (samples == UNKNOWN && settings.batchSize == Integer.MAX_VALUE) {
            throw new ConfigurationException(
                    "training: the batch size is missing: how many samples the source has is not"
                            + " known before it was read");
        }
        int size = samples == UNKNOWN ? settings.batchSize : (int) Math.min(settings.batchSize, samples);
        long stepsAnEpoch = samples == UNKNOWN ? UNKNOWN : (samples + size - 1) / size;
        Map<String, String> identity =
                settings.checkpoints.isPresent() ? Identity.of(settings, source, size) : Map.of();
        return new Run(settings, source, size, stepsAnEpoch, identity).history();
    }
}
