package org.wengert.bench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One JMH method in a suite: the tasks that it does, who does them, and how its rows are named.
 *
 * @param benchmark   class and method, in the package of suites: {@code Steps.step}
 * @param label       begins the contender's name where a group has rows of several methods, else empty
 * @param tasks       values of the parameters that say what is to be done, in order
 * @param sizes       the one among the tasks that a caller may choose values for, or empty
 * @param fits        whether a text is such a value
 * @param axis        the one among the tasks that rows of a group differ by, as a number, or empty
 * @param contestants values of the parameters that say who does it
 * @param heading     of a group, from the values of its tasks
 * @param names       of those who do it and are no engines
 * @param profile     of Maven in whose builds it is, if it is another library; empty if every build has it
 * @param yardstick   whether it is there for others to be compared with, and says nothing alone
 */
record Entry(
        String benchmark,
        String label,
        Map<String, ByLevel<String>> tasks,
        String sizes,
        Predicate<String> fits,
        String axis,
        ByLevel<Map<String, String>> contestants,
        Function<Map<String, String>, String> heading,
        List<String> names,
        String profile,
        boolean yardstick) {
    static final String PACKAGE = "org.wengert.bench.suite.";

    /** A method without tasks and contestants. */
    static Entry of(String benchmark) {
        return new Entry(
                benchmark,
                "",
                Map.of(),
                "",
                text -> false,
                "",
                ByLevel.always(List.of(Map.of())),
                task -> String.join(", ", task.values()),
                List.of(),
                "",
                false);
    }

    Entry label(String text) {
        return new Entry(benchmark, text, tasks, sizes, fits, axis, contestants, heading, names, profile, yardstick);
    }

    /** Adds a parameter that says what is to be done. */
    Entry task(String parameter, ByLevel<String> values) {
        Map<String, ByLevel<String>> more = new LinkedHashMap<>(tasks);
        more.put(parameter, values);
        return new Entry(benchmark, label, more, sizes, fits, axis, contestants, heading, names, profile, yardstick);
    }

    /** Adds a parameter that says what is to be done, with values that a caller may choose. */
    Entry sizes(String parameter, Predicate<String> valid, ByLevel<String> values) {
        Entry more = task(parameter, values);
        return new Entry(
                benchmark, label, more.tasks, parameter, valid, axis, contestants, heading, names, profile, yardstick);
    }

    /** Makes rows that differ by this task only points of one curve. */
    Entry axis(String parameter) {
        return new Entry(
                benchmark, label, tasks, sizes, fits, parameter, contestants, heading, names, profile, yardstick);
    }

    Entry contestants(ByLevel<Map<String, String>> all) {
        return new Entry(benchmark, label, tasks, sizes, fits, axis, all, heading, names, profile, yardstick);
    }

    Entry contestants(String parameters, String... combinations) {
        return contestants(ByLevel.always(Contestants.of(parameters, combinations)));
    }

    Entry heading(Function<Map<String, String>, String> text) {
        return new Entry(benchmark, label, tasks, sizes, fits, axis, contestants, text, names, profile, yardstick);
    }

    /** Adds contenders that are no engines, by the names that a caller may choose them by. */
    Entry names(List<String> more) {
        return new Entry(benchmark, label, tasks, sizes, fits, axis, contestants, heading, more, profile, yardstick);
    }

    /** Says that another library does it, which is in builds with this profile. */
    Entry ofPeer(String with) {
        return new Entry(benchmark, label, tasks, sizes, fits, axis, contestants, heading, names, with, yardstick);
    }

    /** Says that others are compared with it. */
    Entry asYardstick() {
        return new Entry(benchmark, label, tasks, sizes, fits, axis, contestants, heading, names, profile, true);
    }

    /** Whether this build has it. */
    boolean exists() {
        return profile.isEmpty() || Benchmarks.exists(method());
    }

    /** What says who does it. */
    Set<String> parameters() {
        return contestants.thorough().stream().findFirst().map(Map::keySet).orElse(Set.of());
    }

    /** Whether any engine can do it. */
    boolean takesEngines() {
        return parameters().contains("engine") || parameters().contains("contender");
    }

    /** Those of the level, as a caller's choice changes them. What has no contestants to choose among is in every choice. */
    private List<Map<String, String>> contestants(Level level, Choice choice) {
        boolean always = yardstick && parameters().isEmpty();
        if (choice.engines().isEmpty() || always) {
            return Contestants.chosen(contestants.at(level), choice);
        }
        List<String> taken = choice.engines().stream()
                .filter(name -> names.contains(name) || (takesEngines() && !OtherNames.ALL.contains(name)))
                .toList();
        return Contestants.chosen(Contestants.named(contestants.at(level), taken), choice);
    }

    String method() {
        return PACKAGE + benchmark;
    }

    /** The rows, tasks first; none if sizes were chosen and this method has none that fits. */
    List<Case> cases(String suite, Level level, Choice choice) {
        List<Case> cases = new ArrayList<>();
        for (Map<String, String> task : tasks(level, choice)) {
            for (Map<String, String> contestant : contestants(level, choice)) {
                cases.add(row(suite, task, contestant));
            }
        }
        return cases;
    }

    private List<Map<String, String>> tasks(Level level, Choice choice) {
        if (!choice.sizes().isEmpty() && sizes.isEmpty() && !(yardstick && tasks.isEmpty())) {
            return List.of();
        }
        List<Map<String, String>> all = List.of(Map.of());
        for (Map.Entry<String, ByLevel<String>> task : tasks.entrySet()) {
            List<String> values = task.getKey().equals(sizes) && !choice.sizes().isEmpty()
                    ? choice.sizes().stream().filter(fits).toList()
                    : task.getValue().at(level);
            all = all.stream()
                    .flatMap(before -> values.stream().map(value -> with(before, task.getKey(), value)))
                    .toList();
        }
        return all;
    }

    private static Map<String, String> with(Map<String, String> before, String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(before);
        more.put(parameter, value);
        return more;
    }

    private Case row(String suite, Map<String, String> task, Map<String, String> contestant) {
        Map<String, String> parameters = new LinkedHashMap<>(task);
        parameters.putAll(contestant);
        Map<String, String> grouped = new LinkedHashMap<>(task);
        @Nullable String point = grouped.remove(axis);
        List<String> who = new ArrayList<>(Contestants.words(contestant));
        if (!label.isEmpty()) {
            who.add(0, label);
        }
        String id = Stream.of(Stream.of(suite), task.values().stream(), who.stream())
                .flatMap(words -> words)
                .map(word -> word.replace(":", "").replace(' ', '-'))
                .collect(Collectors.joining("/"));
        @Nullable Double at = point == null ? null : Double.valueOf(point);
        return new Case(id, heading.apply(grouped), String.join(" ", who), method(), parameters, at);
    }
}
