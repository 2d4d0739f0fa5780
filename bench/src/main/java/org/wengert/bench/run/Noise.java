package org.wengert.bench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.wengert.bench.result.Estimate;
import org.wengert.bench.result.Row;

/**
 * Whether the machine was quiet enough, and the JVM warm. A row is noisy if the interval of its median is wider than a tenth of it. A ratio
 * cannot be told if its interval holds 1 although its median is more than a tenth away from 1: then a difference that
 * would matter may be one of the machine's making. A row is cold if in every round each iteration was faster than the one
 * before, and the last by more than a tenth faster than the first.
 */
final class Noise {
    private static final double LIMIT = 0.1;

    private Noise() {}

    /** Warnings for a reader, none if all is well. */
    static List<String> warnings(List<Row> rows) {
        List<String> warnings = new ArrayList<>();
        List<String> noisy = names(rows.stream().filter(Noise::isNoisy));
        if (!noisy.isEmpty()) {
            warnings.add("noisy machine: the 95% interval is wider than 10% of the median in " + noisy.size() + " of "
                    + rows.size() + " rows: " + String.join(", ", noisy));
        }
        List<String> open = names(rows.stream().filter(Noise::cannotBeTold));
        if (!open.isEmpty()) {
            warnings.add("too noisy to tell: the ratio is more than 10% from 1, but its interval holds 1, for "
                    + String.join(", ", open));
        }
        List<String> cold = names(rows.stream().filter(Noise::isCold));
        if (!cold.isEmpty()) {
            warnings.add(
                    "not warmed up: in every JVM the last iteration was more than 10% faster than the first, so its time is"
                            + " too long for " + String.join(", ", cold) + "; --time normal warms up for longer");
        }
        return warnings;
    }

    private static boolean isNoisy(Row row) {
        Estimate time = row.time();
        return time != null && time.spread() > LIMIT;
    }

    private static boolean cannotBeTold(Row row) {
        Estimate ratio = row.ratio();
        return ratio != null
                && ratio.low() <= 1
                && ratio.high() >= 1
                && Math.abs(Math.log(ratio.median())) > Math.log1p(LIMIT);
    }

    private static boolean isCold(Row row) {
        return !row.rounds().isEmpty() && row.rounds().stream().allMatch(Noise::becomesFaster);
    }

    private static boolean becomesFaster(List<Double> iterations) {
        for (int i = 1; i < iterations.size(); i++) {
            if (iterations.get(i) >= iterations.get(i - 1)) {
                return false;
            }
        }
        return iterations.get(0) > (1 + LIMIT) * iterations.get(iterations.size() - 1);
    }

    private static List<String> names(Stream<Row> rows) {
        return rows.map(Row::id).toList();
    }
}
