package org.wengert.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.wengert.bench.picture.Chart;
import org.wengert.bench.picture.LineChart;
import org.wengert.bench.picture.LinearAxis;
import org.wengert.bench.picture.Look;
import org.wengert.bench.picture.Measure;
import org.wengert.bench.picture.Series;
import org.wengert.bench.picture.Series.Point;
import org.wengert.nn.data.DataSet;

/** Predicted numbers against those that were measured, a chart for each number of the target. */
final class PredictionCharts {
    private static final int MOST_SAMPLES = 300;
    private static final int MOST_TARGETS = 6;

    private PredictionCharts() {}

    static List<Chart> of(DataSet test, double[] outputs, Units units) {
        return IntStream.range(0, Math.min(MOST_TARGETS, test.outputs()))
                .mapToObj(column -> chart(test, outputs, units, column))
                .toList();
    }

    private static Chart chart(DataSet test, double[] outputs, Units units, int column) {
        List<Point> points = new ArrayList<>();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < Math.min(MOST_SAMPLES, test.size()); i++) {
            double target = units.target(column, test.target(i)[column]);
            double told = units.target(column, outputs[i * test.outputs() + column]);
            points.add(Point.exact(
                    target, told, "target " + Measure.digits(target) + ", predicted " + Measure.digits(told)));
            low = Math.min(low, Math.min(target, told));
            high = Math.max(high, Math.max(target, told));
        }
        String name = units.targetName(column);
        List<Point> exact = List.of(Point.exact(low, low, ""), Point.exact(high, high, ""));
        return new LineChart(
                "Predictions against targets: " + name,
                LinearAxis.over(new double[] {low, high}, "target"),
                LinearAxis.over(new double[] {low, high}, "predicted"),
                List.of(
                        new Series("test samples", "", new Look(0), points, List.of()),
                        new Series("where both are equal", "", new Look(5), List.of(), exact)),
                notes(points.size(), test.size()));
    }

    private static List<String> notes(int shown, int all) {
        return shown == all ? List.of() : List.of("The first " + shown + " of " + all + " test samples.");
    }
}
