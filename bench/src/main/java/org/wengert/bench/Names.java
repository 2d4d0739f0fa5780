package org.wengert.bench;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Helps where there is nothing of a name: lists what there is and guesses what was meant. */
final class Names {
    private Names() {}

    /** {@code "there is no 'mons': known are moons, iris; did you mean 'moons'?"}. */
    static String unknown(String written, Collection<String> known) {
        return "there is no '" + written + "': known are " + String.join(", ", known) + suggestion(written, known);
    }

    /** {@code "; did you mean 'moons'?"} for the closest name that differs in at most half of its letters. */
    static String suggestion(String written, Collection<String> known) {
        String name = written.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(candidate -> distance(name, candidate) * 2 <= Math.max(name.length(), candidate.length()))
                .map(candidate -> "; did you mean '" + candidate + "'?")
                .orElse("");
    }

    /** Insertions, deletions and replacements from one to the other (Levenshtein). */
    private static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = i == 0 || j == 0
                        ? i + j
                        : Math.min(
                                steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1),
                                Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
            }
        }
        return steps[a.length()][b.length()];
    }
}
