package org.wengert;

import java.util.Arrays;
import org.wengert.error.ShapeException;

/** A matrix given as rows. */
final class Rows {
    private Rows() {}

    static Shape shape(String operation, double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new ShapeException(operation + ": rows differ in length: row 0 has " + columns + " numbers, row "
                        + i + " has " + rows[i].length);
            }
        }
        return Shape.of(rows.length, columns);
    }

    static double[] flatten(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
