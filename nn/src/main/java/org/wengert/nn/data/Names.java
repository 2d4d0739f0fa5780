package org.wengert.nn.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.wengert.error.Excerpt;

/** Names of columns, categories and classes: their order and their numbers. */
final class Names {
    private Names() {}

    /** The position of each name. */
    static Map<String, Integer> numbered(List<String> names) {
        Map<String, Integer> numbered = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            numbered.put(names.get(i), i);
        }
        return numbered;
    }

    /** The position of a column. */
    static int position(Map<String, Integer> numbered, String wanted, List<String> names) {
        Integer position = numbered.get(wanted);
        if (position == null) {
            throw new DataException(
                    "table: no such column: '" + Excerpt.of(wanted) + "': columns are " + Excerpt.list(names));
        }
        return position;
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
