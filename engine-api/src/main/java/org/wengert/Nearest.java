package org.wengert;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** Guesses what was meant by a misspelled name. */
public final class Nearest {
    private Nearest() {}

    /**
     * {@code "; did you mean 'tape'?"} for the closest candidate, or nothing if none is close: if all differ in more than
     * half of their letters.
     */
    public static String suggestion(String written, Stream<String> candidates) {
        String name = written.toLowerCase(Locale.ROOT).replace('_', '.');
        return candidates
                .filter(candidate -> differAtMostByHalf(name, candidate, Math.abs(name.length() - candidate.length())))
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(candidate -> differAtMostByHalf(name, candidate, distance(name, candidate)))
                .map(candidate -> "; did you mean '" + candidate + "'?")
                .orElse("");
    }

    private static boolean differAtMostByHalf(String a, String b, int letters) {
        return letters * 2 <= Math.max(a.length(), b.length());
    }

    /** Levenshtein's distance: insertions, deletions and replacements from one to the other. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
