package org.wengert.bench.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wengert.nn.Model;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.Split;
import org.wengert.nn.data.TargetKind;
import org.wengert.nn.train.Evaluation;

/**
 * Which class a network tells where in the plane of its two inputs: in the middles of equal cells, row by row from the
 * bottom, each from the left.
 *
 * @param left    edge of the first column
 * @param right   edge of the last column
 * @param bottom  edge of the first row
 * @param top     edge of the last row
 * @param columns how many cells a row has
 * @param classes one a cell; -1 where none is told
 */
public record Region(double left, double right, double bottom, double top, int columns, int[] classes) {
    private static final int COLUMNS = 120;
    private static final int ROWS = 80;
    /** What is seen beyond the outermost samples, as a share of their range. */
    private static final double MARGIN = 0.1;

    /** The region around all samples; empty if they have not two inputs and a class. */
    static Optional<Region> of(Model model, Split data) {
        DataSet train = data.train();
        if (train.width() != 2 || train.kind() == TargetKind.NUMBERS) {
            return Optional.empty();
        }
        double[] x = edges(data, 0);
        double[] y = edges(data, 1);
        double[] inputs = new double[2 * COLUMNS * ROWS];
        for (int i = 0; i < COLUMNS * ROWS; i++) {
            inputs[2 * i] = x[0] + (x[1] - x[0]) * (i % COLUMNS + 0.5) / COLUMNS;
            int row = i / COLUMNS;
            inputs[2 * i + 1] = y[0] + (y[1] - y[0]) * (row + 0.5) / ROWS;
        }
        int width = train.outputs();
        double[] outputs = Evaluation.outputs(
                model, DataSet.numbers(train.featureNames(), inputs, width, new double[width * COLUMNS * ROWS]));
        int[] classes = IntStream.range(0, COLUMNS * ROWS)
                .map(i -> train.kind().classOf(outputs, i * width, width))
                .toArray();
        return Optional.of(new Region(x[0], x[1], y[0], y[1], COLUMNS, classes));
    }

    private static double[] edges(Split data, int column) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (DataSet part : List.of(data.train(), data.test())) {
            for (int i = 0; i < part.size(); i++) {
                low = Math.min(low, part.row(i)[column]);
                high = Math.max(high, part.row(i)[column]);
            }
        }
        double room = high > low ? MARGIN * (high - low) : 1;
        return new double[] {low - room, high + room};
    }

    /** How many rows of cells there are. */
    public int rows() {
        return classes.length / columns;
    }

    /** The class of a cell, counted from the bottom left. */
    public int classAt(int column, int row) {
        return classes[row * columns + column];
    }
}
