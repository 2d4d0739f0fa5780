package org.wengert.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.wengert.bench.picture.LineChart;
import org.wengert.bench.picture.LinearAxis;
import org.wengert.bench.picture.Look;
import org.wengert.bench.picture.Measure;
import org.wengert.bench.picture.Series;
import org.wengert.bench.picture.Series.Point;

/** How many numbers of a layer lie where, after training and, if that is known, before. */
final class Histogram {
    private static final int BINS = 16;

    private final double low;
    private final double width;

    private Histogram(double low, double high) {
        this.low = low;
        this.width = high > low ? (high - low) / BINS : 1;
    }

    /**
     * The chart.
     *
     * @param before null if it is not known
     */
    static LineChart of(String name, double @Nullable [] before, double... after) {
        double[] all = DoubleStream.concat(
                        Arrays.stream(after), before == null ? DoubleStream.empty() : Arrays.stream(before))
                .toArray();
        Histogram histogram = new Histogram(
                Arrays.stream(all).min().orElse(0), Arrays.stream(all).max().orElse(0));
        List<Series> series = new ArrayList<>();
        series.add(histogram.series("after training", 0, true, after));
        if (before != null) {
            series.add(histogram.series("before", 1, false, before));
        }
        double[] counts = series.stream()
                .flatMap(one -> one.line().stream())
                .mapToDouble(Point::y)
                .toArray();
        double[] edges = {histogram.low, histogram.edge(BINS)};
        return new LineChart(
                name, LinearAxis.over(edges, "weight"), LinearAxis.over(counts, "how many"), series, List.of());
    }

    private double edge(int bin) {
        return low + bin * width;
    }

    private Series series(String name, int look, boolean marked, double... numbers) {
        int[] counts = new int[BINS];
        for (double number : numbers) {
            if (Double.isFinite(number)) {
                counts[Math.min(BINS - 1, (int) ((number - low) / width))]++;
            }
        }
        List<Point> outline = new ArrayList<>();
        List<Point> middles = new ArrayList<>();
        outline.add(Point.exact(low, 0, ""));
        for (int bin = 0; bin < BINS; bin++) {
            outline.add(Point.exact(edge(bin), counts[bin], ""));
            outline.add(Point.exact(edge(bin + 1), counts[bin], ""));
            String text = counts[bin] + " from " + Measure.digits(edge(bin)) + " to " + Measure.digits(edge(bin + 1));
            middles.add(Point.exact(edge(bin) + width / 2, counts[bin], text));
        }
        outline.add(Point.exact(edge(BINS), 0, ""));
        return new Series(name, "", new Look(look), marked ? middles : List.of(), outline);
    }
}
