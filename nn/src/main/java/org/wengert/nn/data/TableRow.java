package org.wengert.nn.data;

import org.wengert.error.Excerpt;

/** One row of a table; a column in which no row has a value goes for either kind. */
record TableRow(Table table, int row) implements Cells {
    @Override
    public double number(int column) {
        Column wanted = table.column(column);
        if (wanted instanceof Column.Numbers numbers) {
            return numbers.numbers()[row];
        }
        if (wanted.isMissing(row)) {
            return Double.NaN;
        }
        throw mismatch(column, "categories", "numbers");
    }

    @Override
    public String text(int column) {
        Column wanted = table.column(column);
        if (wanted instanceof Column.Categories categories) {
            return categories.name(row);
        }
        if (wanted.isMissing(row)) {
            return "";
        }
        throw mismatch(column, "numbers", "categories");
    }

    private DataException mismatch(int column, String held, String needed) {
        return new DataException("table: wrong kind of column: '"
                + Excerpt.of(table.names().get(column)) + "' holds " + held + ", " + needed
                + " are needed; say so where it is read: CsvTable." + needed);
    }

    @Override
    public Place place(int column) {
        return table.place(row, column);
    }
}
