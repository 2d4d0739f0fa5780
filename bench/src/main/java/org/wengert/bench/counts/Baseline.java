package org.wengert.bench.counts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What counts were and what they are: every number that differs, on a line of its own. */
final class Baseline {
    private static final SortedMap<String, Double> NONE = new TreeMap<>();

    private Baseline() {}

    /** The differences, by row and figure; none if all is as it was. */
    static List<String> differences(
            Map<String, SortedMap<String, Double>> was, Map<String, SortedMap<String, Double>> is) {
        List<String> differences = new ArrayList<>();
        for (String row : both(was, is)) {
            SortedMap<String, Double> before = was.getOrDefault(row, NONE);
            SortedMap<String, Double> now = is.getOrDefault(row, NONE);
            for (String figure : both(before, now)) {
                Double old = before.get(figure);
                Double found = now.get(figure);
                if (old == null || !old.equals(found)) {
                    differences.add(row + ": " + figure + " is " + text(found) + ", the baseline has " + text(old));
                }
            }
        }
        return differences;
    }

    private static SortedSet<String> both(Map<String, ?> one, Map<String, ?> other) {
        SortedSet<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }

    private static String text(@Nullable Double figure) {
        if (figure == null) {
            return "none";
        }
        return figure == Math.rint(figure) ? String.valueOf(figure.longValue()) : figure.toString();
    }
}
