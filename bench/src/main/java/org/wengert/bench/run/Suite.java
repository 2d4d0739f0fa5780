package org.wengert.bench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * The rows, those of a group one after another.
     *
     * @param level  how many sizes
     * @param choice what a caller wants instead
     */
    public List<Case> cases(Level level, Choice choice) {
        Map<String, List<Case>> groups = entries.stream()
                .flatMap(entry -> entry.cases(name, level, choice).stream())
                .collect(Collectors.groupingBy(Case::group, LinkedHashMap::new, Collectors.toList()));
        List<Case> all = new ArrayList<>();
        groups.values().forEach(all::addAll);
        return all;
    }

    /** The same without the methods that are not on the class path. */
    Suite with(List<Entry> those) {
        return new Suite(name, title, measures, baseline, those);
    }
}
