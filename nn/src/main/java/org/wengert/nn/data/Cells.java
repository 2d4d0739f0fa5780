package org.wengert.nn.data;

/** One row of a table: its fields by the position of their column. */
interface Cells {
    /** The field of a column as a number; NaN if it is missing. */
    double number(int column);

    /** The field of a column as the name of a category; empty if it is missing. */
    String text(int column);

    /** Where the field stands. */
    Place place(int column);
}
