package org.wengert.nn.optim;

import org.wengert.error.ConfigurationException;

/**
 * The learning rate of each step. Rates follow from the step's number alone, so a run that is resumed at a step goes on
 * with the rate it would have had; {@link ReduceOnPlateau} is the exception.
 *
 * <pre>{@code
 * Schedule.warmup(100).then(Schedule.cosine(0.1, 0, 10_000))
 * Schedule.step(0.1, 30, 0.1).times(2)
 * }</pre>
 */
@FunctionalInterface
public interface Schedule {
    /** The learning rate of a step, counted from 0. */
    double rate(long step);

    /**
     * What it is called, with all that it was told: schedules of one description have the same rates, and a run is not taken
     * up with another. A schedule of one's own is {@code one's own} unless it says otherwise.
     */
    default String description() {
        return "one's own";
    }

    private static Schedule described(String description, Schedule rates) {
        return new DescribedSchedule(description, rates);
    }

    /** The same rate at every step. */
    static Schedule constant(double rate) {
        Optimizer.checked("learning rate", rate);
        return described("constant(" + rate + ")", step -> rate);
    }

    /**
     * In a straight line: {@code from} at step 0, {@code to} at step {@code steps} and after it.
     *
     * @throws ConfigurationException if a rate is not a finite number from 0, or there is no step
     */
    static Schedule linear(double from, double to, long steps) {
        Optimizer.checked("learning rate", from);
        Optimizer.checked("learning rate", to);
        Checked.count("schedule", "step", steps);
        return described(
                "linear(" + from + ", " + to + ", " + steps + ")",
                step -> step >= steps ? to : from + (to - from) * step / steps);
    }

    /**
     * Multiplied by a factor every so many steps: {@code rate * factor^floor(step / every)}.
     *
     * @throws ConfigurationException if rate or factor is not a finite number from 0, or {@code every} is no step
     */
    static Schedule step(double rate, long every, double factor) {
        Optimizer.checked("learning rate", rate);
        Checked.amount("schedule", "factor", factor);
        Checked.count("schedule", "step", every);
        return described("step(" + rate + ", " + every + ", " + factor + ")", step -> {
            long times = step / every;
            return rate * Math.pow(factor, times);
        });
    }

    /** Multiplied by a factor at each step: {@code rate * factor^step}. */
    static Schedule exponential(double rate, double factor) {
        return step(rate, 1, factor);
    }

    /**
     * Along half a cosine (Loshchilov and Hutter 2017): {@code to + (from - to) (1 + cos(pi step / steps)) / 2}, and
     * {@code to} after it.
     *
     * @throws ConfigurationException if a rate is not a finite number from 0, or there is no step
     */
    static Schedule cosine(double from, double to, long steps) {
        Optimizer.checked("learning rate", from);
        Optimizer.checked("learning rate", to);
        Checked.count("schedule", "step", steps);
        return described(
                "cosine(" + from + ", " + to + ", " + steps + ")",
                step -> step >= steps ? to : halfCosine(from, to, (double) step / steps));
    }

    private static double halfCosine(double from, double to, double share) {
        return to + (from - to) * (1 + Math.cos(Math.PI * share)) / 2;
    }

    /** {@link #oneCycle(double, long, double, double, double)} with a rise of 0.3, from 1/25, to 1/10000 of that. */
    static Schedule oneCycle(double highest, long steps) {
        return oneCycle(highest, steps, 0.3, 25, 1e4);
    }

    /**
     * Up to the highest rate and down to nearly nothing, both along half a cosine (Smith and Topin 2019, with PyTorch's
     * end points): step 0 has {@code highest / first}, the rate would be highest at step {@code rise steps - 1}, which need
     * not be a whole number, and step {@code steps - 1} and all after it have {@code highest / first / last}. Where the rise
     * is that of one step or less, none goes up: step 0 is on the way down, at most at the highest rate.
     *
     * @param rise what share of the steps goes up, from 0 to below 1
     * @throws ConfigurationException if a number is out of range, or there are fewer than two steps
     */
    static Schedule oneCycle(double highest, long steps, double rise, double first, double last) {
        Optimizer.checked("learning rate", highest);
        Checked.share("schedule", "rise", rise);
        Checked.positive("schedule", "first divisor", first);
        Checked.positive("schedule", "last divisor", last);
        Checked.count("schedule", "step after the first", steps - 1);
        double begin = highest / first;
        double end = begin / last;
        double top = rise * steps - 1;
        String told = highest + ", " + steps + ", " + rise + ", " + first + ", " + last;
        return described("oneCycle(" + told + ")", step -> {
            if (step < top) {
                return halfCosine(begin, highest, step / top);
            }
            return step >= steps - 1 ? end : halfCosine(highest, end, (step - top) / (steps - 1 - top));
        });
    }

    /**
     * A rise in a straight line before another schedule.
     *
     * @throws ConfigurationException if there is no step
     */
    static Warmup warmup(long steps) {
        Checked.count("schedule", "step", steps);
        return next -> {
            double full = next.rate(0);
            return described(
                    "warmup(" + steps + ").then(" + next.description() + ")",
                    step -> step < steps ? full * (step + 1) / steps : next.rate(step - steps));
        };
    }

    /** A rise that waits for what it leads to. */
    @FunctionalInterface
    interface Warmup {
        /**
         * From {@code 1/n} to all of the other's first rate in {@code n} steps, and then the other from its step 0.
         */
        Schedule then(Schedule next);
    }

    /**
     * This for so many steps, then another from its step 0.
     *
     * @throws ConfigurationException if there is no step
     */
    default Schedule then(long steps, Schedule next) {
        Checked.count("schedule", "step", steps);
        return described(
                description() + ".then(" + steps + ", " + next.description() + ")",
                step -> step < steps ? rate(step) : next.rate(step - steps));
    }

    /**
     * This again and again: warm restarts, if it is a cosine.
     *
     * @param steps after how many it begins anew
     * @throws ConfigurationException if there is no step
     */
    default Schedule repeated(long steps) {
        Checked.count("schedule", "step", steps);
        return described(description() + ".repeated(" + steps + ")", step -> rate(step % steps));
    }

    /**
     * Every rate times a factor.
     *
     * @throws ConfigurationException if it is not a finite number from 0
     */
    default Schedule times(double factor) {
        Checked.amount("schedule", "factor", factor);
        return described(description() + ".times(" + factor + ")", step -> factor * rate(step));
    }

    /** Every rate times that of another, such as a {@link ReduceOnPlateau} that begins at 1. */
    default Schedule times(Schedule factors) {
        return described(
                description() + ".times(" + factors.description() + ")", step -> factors.rate(step) * rate(step));
    }
}
