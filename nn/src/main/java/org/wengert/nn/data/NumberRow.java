package org.wengert.nn.data;

import java.util.List;

/** One row of numbers in the order of a preprocessing's columns. */
record NumberRow(List<String> names, double[] numbers) implements Cells {
    NumberRow(Preprocessing preprocessing, double... numbers) {
        this(preprocessing.columnNames(), numbers);
        if (numbers.length != names.size()) {
            throw new DataException("preprocessing: wrong number of numbers: there are " + names.size()
                    + " columns, got " + numbers.length);
        }
    }

    @Override
    public double number(int column) {
        if (Double.isInfinite(numbers[column])) {
            throw new DataException("table: not a finite number: " + numbers[column] + " in " + place(column));
        }
        return numbers[column];
    }

    @Override
    public String text(int column) {
        throw new DataException(
                "preprocessing: a category is needed, got a number: " + place(column) + "; give the row as named text");
    }

    @Override
    public Place place(int column) {
        return Place.of(column, names.get(column));
    }
}
