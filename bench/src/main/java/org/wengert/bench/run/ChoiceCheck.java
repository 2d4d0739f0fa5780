package org.wengert.bench.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wengert.Engines;
import org.wengert.Nearest;
import org.wengert.spi.EngineProvider;

/**
 * Whether a suite can do all of what a caller chooses. Names and sizes select: what takes none of them is left out, and each
 * must be taken by something. Precisions, kernels and threads change rows: each row that is left must take them, or a row
 * would say something else than was asked.
 */
public final class ChoiceCheck {
    private final Suite suite;
    private final Level level;
    private final Choice choice;

    private ChoiceCheck(Suite suite, Level level, Choice choice) {
        this.suite = suite;
        this.level = level;
        this.choice = choice;
    }

    /**
     * Refuses a choice.
     *
     * @throws IllegalArgumentException if the suite cannot honour it in every row; the text begins with the option and says
     *     what there is
     */
    public static void require(Suite suite, Level level, Choice choice) {
        ChoiceCheck check = new ChoiceCheck(suite, level, choice);
        check.names();
        check.sizes();
        check.changes();
        if (suite.cases(level, choice).isEmpty()) {
            throw new IllegalArgumentException("suite '" + suite.name() + "' has no row that is all of this at once");
        }
    }

    private void names() {
        requireDistinct("--engine", choice.engines());
        List<String> known = suite.available()
                .flatMap(entry -> Stream.concat(
                        entry.takesEngines() ? Engines.providers().stream().map(EngineProvider::name) : Stream.empty(),
                        entry.names().stream()))
                .distinct()
                .toList();
        for (String name : choice.engines()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("--engine: suite '" + suite.name() + "' has no '" + name
                        + "': there are " + String.join(", ", known) + Nearest.suggestion(name, known.stream()));
            }
        }
    }

    private void sizes() {
        requireDistinct("--sizes", choice.sizes());
        if (!choice.sizes().isEmpty() && suite.sizes().isEmpty()) {
            throw new IllegalArgumentException("--sizes: suite '" + suite.name() + "' has one size only");
        }
        for (String size : choice.sizes()) {
            if (suite.available().noneMatch(entry -> entry.fits().test(size))) {
                throw new IllegalArgumentException("--sizes: suite '" + suite.name() + "' has nothing like '" + size
                        + "': there are " + String.join(", ", suite.sizes()));
            }
        }
    }

    private void changes() {
        Map<String, List<String>> changes = new LinkedHashMap<>();
        changes.put("precision", choice.precisions());
        changes.put("kernels", choice.kernels());
        changes.put("threads", choice.threads());
        changes.forEach((parameter, values) -> {
            requireDistinct("--" + parameter, values);
            if (!values.isEmpty()) {
                requireTaken(parameter);
            }
        });
    }

    private void requireTaken(String parameter) {
        List<String> without = new ArrayList<>();
        suite.available()
                .filter(entry -> !entry.parameters().contains(parameter))
                .filter(entry -> !entry.cases(suite.name(), level, choice).isEmpty())
                .forEach(entry -> without.add(entry.benchmark() + " takes "
                        + (entry.parameters().isEmpty() ? "nothing" : String.join(", ", entry.parameters()))));
        if (!without.isEmpty()) {
            throw new IllegalArgumentException("--" + parameter + ": suite '" + suite.name() + "' has rows without "
                    + parameter + ": " + without.stream().distinct().collect(Collectors.joining("; ")));
        }
    }

    private static void requireDistinct(String option, List<String> values) {
        Set<String> seen = new HashSet<>();
        for (String value : values) {
            if (!seen.add(value)) {
                throw new IllegalArgumentException(option + ": '" + value + "' is there twice");
            }
        }
    }
}
