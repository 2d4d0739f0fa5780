package org.wengert.bench.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long rows are timed. A round is one JVM for each row; there are as many rounds as fit into the budget, within limits.
 *
 * @param warmups    iterations before any is measured, in each JVM
 * @param iterations that are measured, in each JVM
 * @param iteration  how long one is
 * @param fewest     rounds, however long they take; two or more, or nothing could be said of noise
 * @param most       rounds
 * @param budget     no round begins that would probably end later
 */
public record Timing(int warmups, int iterations, Duration iteration, int fewest, int most, Duration budget) {
    /** What a JVM takes to start, to check its contender and to end, about. */
    private static final double START_SECONDS = 1.5;

    /** Checks the number of rounds. */
    public Timing {
        if (fewest < 2 || most < fewest) {
            throw new IllegalArgumentException(
                    "timing: rounds must be 2 or more, most of all not below fewest: got " + fewest + " to " + most);
        }
    }

    /** Rounds that {@code rows} rows probably have. */
    public int rounds(int rows) {
        double round = Math.max(1, rows) * rowSeconds();
        return (int) Math.max(fewest, Math.min(most, Math.floor(budget.toSeconds() / round)));
    }

    /** How long {@code rows} rows take in all their rounds, about, in seconds. */
    public double seconds(int rows) {
        return rounds(rows) * rows * rowSeconds();
    }

    private double rowSeconds() {
        return START_SECONDS + (warmups + iterations) * iterationSeconds();
    }

    /**
     * How many more rounds there are going to be.
     *
     * @param done    rounds, one or more
     * @param elapsed seconds that they took
     */
    int more(int done, double elapsed) {
        int fit = (int) Math.floor(budget.toSeconds() / (elapsed / done));
        return Math.max(fewest, Math.min(most, fit)) - done;
    }

    private double iterationSeconds() {
        return iteration.toMillis() / 1e3;
    }

    /** Of a round, for a result file. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("warm-up iterations", String.valueOf(warmups));
        settings.put("iterations", String.valueOf(iterations));
        settings.put("seconds an iteration", String.valueOf(iterationSeconds()));
        return settings;
    }
}
