package org.wengert.bench;

import org.wengert.nn.optim.Schedule;

/**
 * A learning rate that falls in a straight line over a run. Its description leaves out how long the run is: one that is taken
 * up again may be told more epochs, and its rate then falls from where a run of that length has it.
 *
 * @param from  the rate of the first step
 * @param to    the rate after the last one
 * @param steps of the run
 */
record FallingRate(double from, double to, long steps) implements Schedule {
    @Override
    public double rate(long step) {
        return Schedule.linear(from, to, steps).rate(step);
    }

    @Override
    public String description() {
        return "from " + from + " to " + to + " over the run";
    }
}
