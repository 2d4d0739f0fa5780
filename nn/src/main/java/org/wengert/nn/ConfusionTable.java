package org.wengert.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wengert.error.Excerpt;

/** A confusion matrix as text, its columns aligned. */
final class ConfusionTable {
    private ConfusionTable() {}

    static String of(ConfusionMatrix matrix) {
        int classes = matrix.classNames().size();
        boolean isUntold = IntStream.range(0, classes).anyMatch(c -> matrix.untold(c) > 0);
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("actual \\ told"));
        matrix.classNames().forEach(name -> header.add(Excerpt.of(name)));
        rows.add(header);
        for (int actual = 0; actual < classes; actual++) {
            List<String> row = new ArrayList<>(List.of(header.get(actual + 1)));
            for (int told = 0; told < classes; told++) {
                row.add(Long.toString(matrix.count(actual, told)));
            }
            rows.add(row);
            if (isUntold) {
                row.add(Long.toString(matrix.untold(actual)));
            }
        }
        if (isUntold) {
            header.add("(none)");
        }
        return aligned(rows);
    }

    /** The first column to the left, all others to the right. */
    private static String aligned(List<List<String>> rows) {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(j ->
                        rows.stream().mapToInt(row -> row.get(j).length()).max().orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(j -> {
                            String padding = " ".repeat(widths[j] - row.get(j).length());
                            return j == 0 ? row.get(j) + padding : padding + row.get(j);
                        })
                        .collect(Collectors.joining("  ")))
                .collect(Collectors.joining("\n"));
    }
}
