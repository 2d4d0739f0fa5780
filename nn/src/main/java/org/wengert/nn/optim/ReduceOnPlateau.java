package org.wengert.nn.optim;

import org.wengert.error.ConfigurationException;

/**
 * A learning rate that falls when a metric has not improved for a while, by PyTorch's rules but for two: of a negative best
 * metric a share is one of its absolute value, and there is no {@code eps}, below which PyTorch leaves out a reduction (1e-8): here
 * every one is made. It is told the metric once
 * an epoch; until it is told, all steps have the same rate. It remembers, so what it remembers can be saved.
 */
public final class ReduceOnPlateau implements Schedule {
    private final Settings settings;
    private State state;

    /**
     * What it can be told.
     *
     * @param factor    by what the rate is multiplied, from 0 and below 1
     * @param patience  how many epochs in a row may fail to improve before that, from 0
     * @param threshold by what share of the best so far a metric must be better to count as better, from 0 and below 1
     * @param cooldown  for how many epochs after a reduction failures do not count, from 0
     * @param lowest    the rate below which it never goes, from 0
     * @param larger    whether a larger metric is better, as accuracy is and a loss is not
     */
    public record Settings(double factor, int patience, double threshold, int cooldown, double lowest, boolean larger) {
        /** A tenth after more than 10 epochs in which a loss did not fall by 1e-4 of it. */
        public static final Settings USUAL = new Settings(0.1, 10, 1e-4, 0, 0, false);

        /**
         * Settings with everything chosen.
         *
         * @throws ConfigurationException if one is out of its range
         */
        public Settings {
            Checked.share("plateau", "factor", factor);
            Checked.amount("plateau", "patience", patience);
            Checked.share("plateau", "threshold", threshold);
            Checked.amount("plateau", "cooldown", cooldown);
            Checked.amount("plateau", "lowest rate", lowest);
        }

        /** The same with another factor and patience. */
        public Settings after(int epochs, double multiplied) {
            return new Settings(multiplied, epochs, threshold, cooldown, lowest, larger);
        }

        /** The same for a metric of which more is better, or less. */
        public Settings larger(boolean better) {
            return new Settings(factor, patience, threshold, cooldown, lowest, better);
        }
    }

    /**
     * What it remembers.
     *
     * @param rate     of all steps from now on
     * @param best     the best metric so far, an infinity before the first
     * @param failures epochs since in a row
     * @param cooldown epochs for which failures do not count yet
     */
    public record State(double rate, double best, int failures, int cooldown) {}

    /**
     * A schedule that begins with this rate.
     *
     * @throws ConfigurationException if it is not a finite number from 0
     */
    public ReduceOnPlateau(double rate, Settings settings) {
        this.settings = settings;
        Optimizer.checked("learning rate", rate);
        state = new State(rate, settings.larger ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY, 0, 0);
    }

    /** Tells the metric of an epoch; a NaN is no improvement. Returns whether the rate has fallen. */
    public boolean told(double metric) {
        double margin = Double.isInfinite(state.best) ? 0 : settings.threshold * Math.abs(state.best);
        boolean better = settings.larger ? metric > state.best + margin : metric < state.best - margin;
        double best = better ? metric : state.best;
        boolean counts = !better && state.cooldown == 0;
        int failures = counts ? state.failures + 1 : 0;
        int cooldown = Math.max(0, state.cooldown - 1);
        if (failures <= settings.patience) {
            state = new State(state.rate, best, failures, cooldown);
            return false;
        }
        double before = state.rate;
        double reduced = Math.max(before * settings.factor, settings.lowest);
        state = new State(Math.min(before, reduced), best, 0, settings.cooldown);
        return state.rate < before;
    }

    /** The rate that holds now, whatever the step. */
    @Override
    public double rate(long step) {
        return state.rate;
    }

    @Override
    public String description() {
        return "reduceOnPlateau(" + settings + ")";
    }

    /** What it was told at the beginning. */
    public Settings settings() {
        return settings;
    }

    /** What it remembers. */
    public State state() {
        return state;
    }

    /**
     * Goes on from what was remembered.
     *
     * @throws ConfigurationException if its rate is not a finite number from 0, or a count is negative
     */
    public void restore(State saved) {
        Optimizer.checked("learning rate", saved.rate);
        Checked.amount("plateau", "failures", saved.failures);
        Checked.amount("plateau", "cooldown", saved.cooldown);
        state = saved;
    }
}
