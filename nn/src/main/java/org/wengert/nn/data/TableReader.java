package org.wengert.nn.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Takes in the rows of a table whose columns' kinds are known. */
final class TableReader {
    private final Optional<Path> file;
    private final List<String> names;
    private final List<ColumnBuilder> builders;
    private final LongStream.Builder lines = LongStream.builder();

    TableReader(Optional<Path> file, List<String> names, List<ColumnKind> kinds) {
        this.file = file;
        this.names = List.copyOf(names);
        this.builders = kinds.stream().map(ColumnBuilder::of).collect(Collectors.toUnmodifiableList());
    }

    void add(long line, TextRow row) {
        for (int column = 0; column < builders.size(); column++) {
            builders.get(column).add(row, column);
        }
        lines.add(line);
    }

    Table table() {
        List<Column> columns = builders.stream().map(ColumnBuilder::build).collect(Collectors.toUnmodifiableList());
        return new Table(file, names, columns, lines.build().toArray());
    }

    /** A table of texts in memory. */
    static Table read(List<String> names, List<List<String>> rows) {
        if (rows.isEmpty()) {
            throw new DataException("table: no rows: there must be at least one");
        }
        Names.checkDistinct("the table", names);
        List<ColumnKind> kinds = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            ColumnKind.Census census = new ColumnKind.Census();
            for (int i = 0; i < rows.size(); i++) {
                checkWidth(names.size(), rows.get(i).size(), i);
                census.add(rows.get(i).get(column).strip());
            }
            kinds.add(census.kind());
        }
        TableReader reader = new TableReader(Optional.empty(), names, kinds);
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            reader.add(
                    i, new TextRow(rows.get(i), column -> new Place(Optional.empty(), row, column, names.get(column))));
        }
        return reader.table();
    }

    private static void checkWidth(int needed, int got, int row) {
        if (needed != got) {
            throw new DataException("table: row of the wrong length: row " + row + " has " + got + " fields, there are "
                    + needed + " columns");
        }
    }
}
