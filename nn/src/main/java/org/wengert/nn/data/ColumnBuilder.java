package org.wengert.nn.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Takes in the fields of one column, row by row. */
interface ColumnBuilder {
    void add(TextRow row, int column);

    Column build();

    static ColumnBuilder of(ColumnKind kind) {
        return kind == ColumnKind.NUMBERS ? new Numbers() : new Categories();
    }

    /** NOTE: a stream's builder grows without copying what it holds. */
    final class Numbers implements ColumnBuilder {
        private final DoubleStream.Builder numbers = DoubleStream.builder();

        @Override
        public void add(TextRow row, int column) {
            numbers.add(row.number(column));
        }

        @Override
        public Column build() {
            return new Column.Numbers(numbers.build().toArray());
        }
    }

    final class Categories implements ColumnBuilder {
        private final IntStream.Builder codes = IntStream.builder();
        private final Map<String, Integer> names = new LinkedHashMap<>();

        @Override
        public void add(TextRow row, int column) {
            String name = row.text(column);
            codes.add(name.isEmpty() ? Column.Categories.MISSING : names.computeIfAbsent(name, any -> names.size()));
        }

        @Override
        public Column build() {
            return new Column.Categories(codes.build().toArray(), List.copyOf(names.keySet()));
        }
    }
}
