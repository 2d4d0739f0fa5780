package org.wengert.bench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows that are measured together.
 *
 * @param name     on the command line
 * @param title    in a few words
 * @param measures what a number says, in a sentence
 * @param baseline the contender that others are divided by, in every group that has it; else a group's first row is
 * @param entries  the methods that are run
 */
public record Suite(String name, String title, String measures, String baseline, List<Entry> entries) {
    /** Copies the list. */
    public Suite {
        entries = List.copyOf(entries);
    }

    /**
     * The rows, those of a group one after another; without those of libraries that this build does not have.
     *
     * @param level  how many sizes
     * @param choice what a caller wants instead
     */
    public List<Case> cases(Level level, Choice choice) {
        Map<String, List<Case>> groups = available()
                .flatMap(entry -> entry.cases(name, level, choice).stream())
                .collect(Collectors.groupingBy(Case::group, LinkedHashMap::new, Collectors.toList()));
        List<Case> all = new ArrayList<>();
        groups.values().forEach(all::addAll);
        return all;
    }

    /** With the methods of this build alone, for callers who name engines: they miss nothing else. */
    public Suite asBuilt() {
        return new Suite(name, title, measures, baseline, available().toList());
    }

    /** The methods that this build has. */
    Stream<Entry> available() {
        return entries.stream().filter(Entry::exists);
    }

    /** What a caller may choose among as {@link Choice#sizes}, or write in the same way. */
    public List<String> sizes() {
        return available()
                .filter(entry -> !entry.sizes().isEmpty())
                .flatMap(entry -> Objects.requireNonNull(entry.tasks().get(entry.sizes())).thorough().stream())
                .distinct()
                .toList();
    }

    /** Methods of other libraries that this build does not have, by the Maven profile whose builds do. */
    public Map<String, List<String>> missing() {
        return entries.stream()
                .filter(entry -> !entry.exists())
                .collect(Collectors.groupingBy(
                        Entry::profile, TreeMap::new, Collectors.mapping(Entry::benchmark, Collectors.toList())));
    }

    /** What this build does not have, in a line each: {@code this build has no ...}. */
    public List<String> missingLines() {
        return missing().entrySet().stream()
                .map(missing -> "this build has no " + String.join(", ", missing.getValue()) + "; 'mvn package -P"
                        + missing.getKey() + "' builds one that has")
                .toList();
    }

    /** Whether other libraries are what this is about, and none is there. */
    public boolean isPointless() {
        return !missing().isEmpty() && available().allMatch(Entry::yardstick);
    }

    /** Whether rows learn from files. */
    public boolean readsData() {
        return available().anyMatch(entry -> entry.tasks().containsKey("task"));
    }
}
