package org.wengert.nn.data;

import java.util.List;
import java.util.function.IntFunction;

/**
 * One row as texts: blanks around them do not count, and nothing, {@code NA}, {@code NaN} and {@code ?} are missing values.
 *
 * @param fields by the position of their column
 * @param places where the field of a column stands
 */
record TextRow(List<String> fields, IntFunction<Place> places) implements Cells {
    @Override
    public double number(int column) {
        String text = text(column);
        if (text.isEmpty()) {
            return Double.NaN;
        }
        double number = Numerals.parse(text);
        if (!Double.isFinite(number)) {
            Place place = place(column);
            throw new DataException("table: " + Numerals.fault(text, fields.get(column)) + " in " + place, place);
        }
        return number;
    }

    @Override
    public String text(int column) {
        String text = fields.get(column).strip();
        return Numerals.isMissing(text) ? "" : text;
    }

    @Override
    public Place place(int column) {
        return places.apply(column);
    }
}
