package org.wengert.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.wengert.bench.picture.Axis;
import org.wengert.bench.picture.CountAxis;
import org.wengert.bench.picture.LineChart;
import org.wengert.bench.picture.LinearAxis;
import org.wengert.bench.picture.LogAxis;
import org.wengert.bench.picture.Look;
import org.wengert.bench.picture.Measure;
import org.wengert.bench.picture.Series;
import org.wengert.bench.picture.Series.Point;

/** Numbers that change from step to step or from epoch to epoch, as lines on which some places are marked. */
final class Curves {
    /** More marks than this, and they hide the line. */
    private static final int MOST_MARKS = 16;
    /** From this factor between the largest and the smallest number on, equal factors are as interesting as equal steps. */
    private static final double WIDE = 30;

    private final String title;
    private final String xCaption;
    private final String yCaption;
    private final int firstLook;
    private final List<Series> series = new ArrayList<>();
    private double most = Double.POSITIVE_INFINITY;

    Curves(String title, String xCaption, String yCaption) {
        this(title, xCaption, yCaption, 0);
    }

    /** Curves whose first line looks like the line of that number in another chart. */
    Curves(String title, String xCaption, String yCaption, int firstLook) {
        this.firstLook = firstLook;
        this.title = title;
        this.xCaption = xCaption;
        this.yCaption = yCaption;
    }

    /** Lets the axis end where numbers do. */
    Curves atMost(double largest) {
        most = largest;
        return this;
    }

    /** Adds a line through these places; with several lines, each is marked elsewhere. */
    <T> Curves line(String name, List<T> of, ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
        List<Point> line = of.stream()
                .map(one -> Point.exact(
                        x.applyAsDouble(one),
                        y.applyAsDouble(one),
                        told(name, x.applyAsDouble(one), y.applyAsDouble(one))))
                .toList();
        int stride = (line.size() + MOST_MARKS - 1) / MOST_MARKS;
        int first = stride < 2 ? 0 : series.size() * stride / 2 % stride;
        List<Point> marked = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            if (i % stride == first || i == line.size() - 1) {
                marked.add(line.get(i));
            }
        }
        series.add(new Series(name, "", new Look(firstLook + series.size()), marked, line));
        return this;
    }

    private String told(String name, double x, double y) {
        return (name.isEmpty() ? "" : name + ", ") + xCaption + " " + Measure.plain(x) + ": " + yCaption + " "
                + Measure.digits(y);
    }

    /** Whether there is anything to draw. */
    boolean hasPoints() {
        return numbers(Point::y).length > 0;
    }

    LineChart chart(String... notes) {
        double[] x = numbers(Point::x);
        return new LineChart(title, CountAxis.over(x, xCaption), y(numbers(Point::y)), series, List.of(notes));
    }

    private double[] numbers(ToDoubleFunction<Point> number) {
        return series.stream()
                .flatMap(one -> one.line().stream())
                .mapToDouble(number)
                .filter(Double::isFinite)
                .toArray();
    }

    private Axis y(double... numbers) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (double number : numbers) {
            low = Math.min(low, number);
            high = Math.max(high, number);
        }
        return low > 0 && high > WIDE * low
                ? LogAxis.over(numbers, Measure.NUMBER, yCaption)
                : LinearAxis.over(numbers, yCaption).atMost(most);
    }
}
