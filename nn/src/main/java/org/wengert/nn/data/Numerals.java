package org.wengert.nn.data;

import java.util.Set;
import org.wengert.error.Excerpt;

/** Numbers as texts write them, in decimal. */
final class Numerals {
    /** What stands for a value that is not there. */
    private static final Set<String> MISSING = Set.of("", "NA", "NaN", "?");

    private Numerals() {}

    /** The number that a text writes in decimal, or NaN. NOTE: Java's parser passes over NUL and takes much else. */
    static double parse(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Whether a text is meant as a number, if one that is not finite. */
    static boolean isNumeral(String text) {
        return !Double.isNaN(parse(text)) || isNotFinite(text);
    }

    private static boolean isNotFinite(String text) {
        return Double.isInfinite(parse(text)) || text.matches("(?i)[+-]?(nan|inf|infinity)");
    }

    /** What keeps a text that is no finite number from being one, for a message. */
    static String fault(String text, String field) {
        return (isNotFinite(text) ? "not a finite number" : "not a number") + ": '" + Excerpt.of(field) + "'";
    }

    /** Whether a text stands for a value that is not there: nothing, {@code NA}, {@code NaN} or {@code ?}. */
    static boolean isMissing(String text) {
        return MISSING.contains(text);
    }
}
