package org.wengert.nn.train;

import java.util.function.ToDoubleFunction;
import org.wengert.error.ConfigurationException;

/** A number that each epoch ends with, and which way it gets better. */
public enum Watched {
    /** The mean loss of the epoch's steps. */
    TRAINING_LOSS(1, Progress::epochLoss),
    /** The loss on the validation data. */
    VALIDATION_LOSS(1, progress -> validation(progress).loss()),
    /** Accuracy, or R2 where targets are numbers, on the validation data. */
    VALIDATION_METRIC(-1, progress -> validation(progress).metric());

    private final int sign;
    private final ToDoubleFunction<Progress> number;

    Watched(int sign, ToDoubleFunction<Progress> number) {
        this.sign = sign;
        this.number = number;
    }

    private static Evaluation validation(Progress progress) {
        return progress.validation()
                .orElseThrow(() -> new ConfigurationException(
                        "training: nothing to watch: there are no validation data; give some to Trainer.validation, or"
                                + " watch TRAINING_LOSS"));
    }

    /**
     * The number of the epoch that has just ended.
     *
     * @throws ConfigurationException if it needs validation data and there are none
     */
    public double of(Progress progress) {
        return number.applyAsDouble(progress);
    }

    /** Whether a number is better than another by more than {@code margin}; NaN never is, and anything is better than NaN. */
    public boolean better(double number, double than, double margin) {
        return Double.isNaN(than) ? !Double.isNaN(number) : sign * (than - number) > margin;
    }
}
