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

    @SafeVarargs
    static <T> ByLevel<T> always(T... values) {
        return always(List.of(values));
    }

    static <T> ByLevel<T> always(List<T> values) {
        return new ByLevel<>(values, values, values);
    }

    List<T> at(Level level) {
        return switch (level) {
            case QUICK -> quick;
            case NORMAL -> normal;
            case THOROUGH -> thorough;
        };
    }
}
