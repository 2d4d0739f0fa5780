package org.wengert.bench.run;

import java.util.List;

/**
 * What there is more of, the more time there is.
 *
 * @param quick    for {@link Level#QUICK}
 * @param normal   for {@link Level#NORMAL}
 * @param thorough for {@link Level#THOROUGH}
 */
record ByLevel<T>(List<T> quick, List<T> normal, List<T> thorough) {
    ByLevel {
        quick = List.copyOf(quick);
        normal = List.copyOf(normal);
        thorough = List.copyOf(thorough);
    }

    static <T> ByLevel<T> always(List<T> values) {
        return new ByLevel<>(values, values, values);
    }

    /** Words at every level. */
    static ByLevel<String> always(String words) {
        return always(words(words));
    }

    /** Words at each level; an empty text has none. */
    static ByLevel<String> of(String quick, String normal, String thorough) {
        return new ByLevel<>(words(quick), words(normal), words(thorough));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    List<T> at(Level level) {
        return switch (level) {
            case QUICK -> quick;
            case NORMAL -> normal;
            case THOROUGH -> thorough;
        };
    }
}
