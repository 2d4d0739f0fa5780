package org.wengert.spi;

import java.util.List;

/**
 * A setting that an engine understands.
 *
 * @param key      as a system property: {@code wengert.tape.kernels}
 * @param values   all values it takes; {@code <count>} stands for any whole number from 1
 * @param standard the value when nothing is configured
 * @param meaning  what it does, in one line
 */
public record Setting(String key, List<String> values, String standard, String meaning) {
    /** Among the values: any whole number from 1. */
    public static final String COUNT = "<count>";

    /** Keeps its own copy of the values. */
    public Setting {
        values = List.copyOf(values);
    }

    /** Whether a value is one of those it takes. */
    public boolean accepts(String value) {
        return values.contains(value) || values.contains(COUNT) && value.matches("[1-9][0-9]{0,8}");
    }
}
