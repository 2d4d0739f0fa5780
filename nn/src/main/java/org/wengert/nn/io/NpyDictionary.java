package org.wengert.nn.io;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wengert.error.Excerpt;

/**
 * The dictionary of a NumPy header, a literal of Python's: {@code {'descr': '<f8', 'fortran_order': False, 'shape': (3,
 * 4), }}. Nothing of it is ever evaluated.
 */
final class NpyDictionary {
    private static final Pattern TEXT = Pattern.compile("'([^'\\\\\\n]*)'|\"([^\"\\\\\\n]*)\"");
    private static final Pattern TRUTH = Pattern.compile("True|False");

    private static final Pattern TUPLE = Pattern.compile("\\(([\\d,L\\s]*)\\)");

    /** Versions of Python before 3 wrote 3L. */
    private static final Pattern SIZE = Pattern.compile("\\s*(\\d+)L?\\s*");

    private static final Pattern SPACE = Pattern.compile("\\s*");
    private static final int MOST_AXES = 64;

    private final String where;
    private final String text;
    private int at;

    private NpyDictionary(String where, String text) {
        this.where = where;
        this.text = text;
    }

    static NpyHeader read(String where, String text) {
        return new NpyDictionary(where, text).header();
    }

    private NpyHeader header() {
        @Nullable String descr = null;
        @Nullable Boolean columnMajor = null;
        int @Nullable [] sizes = null;
        take("{");
        while (!next("}")) {
            String key = text();
            take(":");
            if (key.equals("descr") && descr == null) {
                descr = text();
            } else if (key.equals("fortran_order") && columnMajor == null) {
                columnMajor = match(TRUTH).group().equals("True");
            } else if (key.equals("shape") && sizes == null) {
                sizes = sizes(match(TUPLE).group(1));
            } else {
                throw wrong();
            }
            if (!next(",") && !text.startsWith("}", at)) {
                throw wrong();
            }
        }
        if (at < text.length() || descr == null || columnMajor == null || sizes == null) {
            throw wrong();
        }
        return NpyHeader.of(where, descr, columnMajor, sizes);
    }

    private String text() {
        Matcher match = match(TEXT);
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    private int[] sizes(String tuple) {
        List<String> parts = new ArrayList<>(List.of(tuple.split(",", -1)));
        boolean commaLast = parts.get(parts.size() - 1).isBlank();
        if (commaLast) {
            parts.remove(parts.size() - 1);
        }
        if (parts.size() == 1 && !commaLast) {
            throw wrong(); // to Python, (3) is a number
        }
        if (parts.size() > MOST_AXES) {
            throw new FileException(
                    "npy: too many axes: " + where + " has " + parts.size() + ", NumPy has at most " + MOST_AXES);
        }
        return parts.stream().mapToInt(this::size).toArray();
    }

    private int size(String part) {
        Matcher digits = SIZE.matcher(part);
        if (!digits.matches()) {
            throw wrong();
        }
        try {
            return Integer.parseInt(digits.group(1));
        } catch (NumberFormatException e) {
            throw new FileException(
                    "npy: array is too large: an axis of " + where + " has size " + Excerpt.of(digits.group(1)), e);
        }
    }

    private void take(String token) {
        if (!next(token)) {
            throw wrong();
        }
    }

    private boolean next(String token) {
        boolean found = text.startsWith(token, at);
        if (found) {
            at += token.length();
            space();
        }
        return found;
    }

    private Matcher match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw wrong();
        }
        at = matcher.end();
        space();
        return matcher;
    }

    private void space() {
        Matcher space = SPACE.matcher(text).region(at, text.length());
        at = space.lookingAt() ? space.end() : at;
    }

    private FileException wrong() {
        return new FileException("npy: header must be a dictionary of descr (a text), fortran_order (True or False) and"
                + " shape (a tuple of sizes): that of " + where + " is " + Excerpt.of(text));
    }
}
