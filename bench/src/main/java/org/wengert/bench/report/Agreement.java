package org.wengert.bench.report;

import java.util.ArrayList;
import java.util.List;
import org.wengert.bench.report.ComparedRuns.EngineRun;

/** How far the losses of runs agree with those of the first. */
final class Agreement {
    /** What a number of 64 bits can tell at most. */
    private static final int MOST_DIGITS = 17;

    private Agreement() {}

    /**
     * At one step.
     *
     * @param number     of the step, from 1
     * @param difference of the two losses over the larger one; 0 if they are the same bits
     */
    record Step(int number, double difference) {}

    /** The differences between two runs, step by step. */
    static List<Step> steps(EngineRun first, EngineRun other) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < Math.min(first.losses().size(), other.losses().size()); i++) {
            steps.add(new Step(
                    i + 1, difference(first.losses().get(i), other.losses().get(i))));
        }
        return steps;
    }

    static double difference(double a, double b) {
        return a == b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
    }

    /** In words: how many decimal digits are the same at every step, or that all bits are. */
    static String told(EngineRun first, EngineRun other) {
        double largest =
                steps(first, other).stream().mapToDouble(Step::difference).max().orElse(0);
        if (largest == 0) {
            return other.name() + " has the losses of " + first.name() + " to the last bit, at every step";
        }
        int digits = (int) Math.min(MOST_DIGITS, Math.max(0, Math.floor(-Math.log10(largest))));
        return other.name() + " agrees with " + first.name() + " to " + digits + " digits at every step";
    }
}
