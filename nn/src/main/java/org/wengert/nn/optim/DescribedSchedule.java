package org.wengert.nn.optim;

/** Rates and what they are called. */
record DescribedSchedule(String description, Schedule rates) implements Schedule {
    @Override
    public double rate(long step) {
        return rates.rate(step);
    }
}
