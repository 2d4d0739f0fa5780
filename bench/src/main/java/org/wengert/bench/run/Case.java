package org.wengert.bench.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row before it is measured.
 *
 * @param id         the row in every run of the suite
 * @param group      rows that are compared with one another
 * @param contender  as a label
 * @param benchmark  the JMH method: {@code org.wengert.bench.suite.Steps.step}
 * @param parameters of that method, all of them that have more than one value
 * @param at         where the row stands on its group's axis, or null
 */
public record Case(
        String id,
        String group,
        String contender,
        String benchmark,
        Map<String, String> parameters,
        @Nullable Double at) {
    /** Copies the parameters, in their order. */
    public Case {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
