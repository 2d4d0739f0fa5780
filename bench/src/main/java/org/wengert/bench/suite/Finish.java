package org.wengert.bench.suite;

/**
 * Where a racer reached its task's target.
 *
 * @param steps    taken until then, a multiple of the task's interval between two looks
 * @param accuracy on held-out samples after them
 */
record Finish(int steps, double accuracy) {
    /**
     * Lets a racer learn until it reaches the target.
     *
     * @throws IllegalStateException if it does not within the task's limit
     */
    static Finish of(Racer racer, RaceTask task) {
        double accuracy = 0;
        for (int steps = task.every(); steps <= task.limit(); steps += task.every()) {
            racer.train(steps);
            accuracy = racer.accuracy();
            if (accuracy >= task.target()) {
                return new Finish(steps, accuracy);
            }
        }
        throw new IllegalStateException("benchmark: no time: after " + task.limit() + " steps the accuracy at "
                + task.name() + " is " + accuracy + " on " + racer.description() + ", the target is " + task.target());
    }
}
