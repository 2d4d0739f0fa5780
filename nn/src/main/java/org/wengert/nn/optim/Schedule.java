package org.wengert.nn.optim;

import org.wengert.error.ConfigurationException;

/** The learning rate of each step. */
@FunctionalInterface
public interface Schedule {
    /** The learning rate of a step, counted from 0. */
    double rate(long step);

    /** The same rate at every step. */
    static Schedule constant(double rate) {
        Optimizer.checked("learning rate", rate);
        return step -> rate;
    }

    /**
     * In a straight line: {@code from} at step 0, {@code to} at step {@code steps} and after it.
     *
     * @throws ConfigurationException if a rate is not a finite number from 0, or there is no step
     */
    static Schedule linear(double from, double to, long steps) {
        Optimizer.checked("learning rate", from);
        Optimizer.checked("learning rate", to);
        if (steps < 1) {
            throw new ConfigurationException("schedule: there must be at least one step: got " + steps);
        }
        return step -> step >= steps ? to : from + (to - from) * step / steps;
    }
}
