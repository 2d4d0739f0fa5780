package org.wengert.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rows of text in aligned columns, two spaces apart. */
final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> right;

    /** An empty table; the columns counted here from 0 are aligned right, the others left. */
    Table(Integer... right) {
        this.right = Set.of(right);
    }

    /** Adds a row; all rows have as many cells as the first. */
    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** The lines, without spaces at their ends. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(column == 0 ? "" : GAP).append(padded(row.get(column), column));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private String padded(String cell, int column) {
        String space = " ".repeat(width(column) - cell.length());
        return right.contains(column) ? space + cell : cell + space;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
