package org.wengert.bench.report;

import org.wengert.bench.picture.Frame;
import org.wengert.bench.picture.Svg;

/**
 * A region as the data of paths.
 *
 * @param region what is drawn
 * @param frame  that it fills
 */
record Shading(Region region, Frame frame) {
    /** All cells of a class, those that touch in a row as one rectangle. */
    String area(int number) {
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < region.rows(); row++) {
            int from = 0;
            while (from < region.columns()) {
                int to = from;
                while (to < region.columns() && region.classAt(to, row) == number) {
                    to++;
                }
                if (to > from) {
                    path.append('M').append(point(from, row)).append('H').append(Svg.number(x(to)));
                    path.append('V').append(Svg.number(y(row + 1))).append('H').append(Svg.number(x(from)));
                    path.append('Z');
                }
                from = to + 1;
            }
        }
        return path.toString();
    }

    /** The edges between cells of different classes. */
    String border() {
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < region.rows(); row++) {
            for (int column = 0; column < region.columns(); column++) {
                int here = region.classAt(column, row);
                if (column + 1 < region.columns() && here != region.classAt(column + 1, row)) {
                    path.append('M').append(point(column + 1, row)).append('V').append(Svg.number(y(row + 1)));
                }
                if (row + 1 < region.rows() && here != region.classAt(column, row + 1)) {
                    path.append('M').append(point(column, row + 1)).append('H').append(Svg.number(x(column + 1)));
                }
            }
        }
        return path.toString();
    }

    private String point(int column, int row) {
        return Svg.number(x(column)) + " " + Svg.number(y(row));
    }

    private double x(int column) {
        return frame.left() + (frame.right() - frame.left()) * column / region.columns();
    }

    private double y(int row) {
        return frame.bottom() - (frame.bottom() - frame.top()) * row / region.rows();
    }
}
