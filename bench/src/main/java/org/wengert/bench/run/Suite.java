package org.wengert.bench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

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
        Map<String, List<Case>> groups = entries.stream()
                .filter(entry -> !entry.peer() || Benchmarks.exists(entry.method()))
                .flatMap(entry -> entry.cases(name, level, choice).stream())
                .collect(Collectors.groupingBy(Case::group, LinkedHashMap::new, Collectors.toList()));
        List<Case> all = new ArrayList<>();
        groups.values().forEach(all::addAll);
        return all;
    }

    /** What a caller may choose among as {@link Choice#sizes}, or write in the same way. */
    public List<String> sizes() {
        return entries.stream()
                .filter(entry -> !entry.sizes().isEmpty())
                .flatMap(entry -> Objects.requireNonNull(entry.tasks().get(entry.sizes())).thorough().stream())
                .distinct()
                .toList();
    }

    /** Methods of other libraries that this build does not have. */
    public List<String> missing() {
        return entries.stream()
                .filter(entry -> entry.peer() && !Benchmarks.exists(entry.method()))
                .map(Entry::benchmark)
                .toList();
    }

    /** Whether other libraries are what this is about, and none is there. */
    public boolean isPointless() {
        List<Entry> peers = entries.stream().filter(Entry::peer).toList();
        return !peers.isEmpty() && missing().size() == peers.size();
    }
}
