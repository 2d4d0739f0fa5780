package org.wengert.nn.data;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wengert.error.Excerpt;

/** Names of columns, categories and classes: their order and their numbers. */
final class Names {
    private Names() {}

    /** {@code x0}, {@code x1} and so on, for a prefix {@code x}. */
    static List<String> counted(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).collect(Collectors.toUnmodifiableList());
    }

    /** The position of each name. */
    static Map<String, Integer> numbered(List<String> names) {
        Map<String, Integer> numbered = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            numbered.put(names.get(i), i);
        }
        return numbered;
    }

    /** The position of a column, in a file if that is where the columns are. */
    static int position(Map<String, Integer> numbered, String wanted, List<String> names, Optional<Path> file) {
        Integer position = numbered.get(wanted);
        if (position == null) {
            throw new DataException("table: no such column: '" + Excerpt.of(wanted) + "'"
                    + file.map(path -> " in " + path).orElse("") + ": columns are " + Excerpt.list(names));
        }
        return position;
    }

    /** Refuses a table of which two columns share a name. */
    static void checkDistinct(Object table, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new DataException("csv: two columns share a name: '" + Excerpt.of(name) + "' in " + table);
            }
        }
    }

    /** The names without repeats: by size if all are numbers, else as text. */
    static List<String> sorted(Collection<String> names) {
        boolean numbers = names.stream().noneMatch(text -> Double.isNaN(Numerals.parse(text)));
        Comparator<String> bySize = Comparator.comparingDouble(Numerals::parse);
        Comparator<String> order =
                numbers ? bySize.thenComparing(Comparator.naturalOrder()) : Comparator.naturalOrder();
        TreeSet<String> sorted = new TreeSet<>(order);
        sorted.addAll(names);
        return List.copyOf(sorted);
    }
}
