package org.wengert.bench.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wengert.bench.growth.Exponents;
import org.wengert.bench.picture.Series.Point;
import org.wengert.bench.result.Estimate;
import org.wengert.bench.result.Fit;
import org.wengert.bench.result.Row;

/**
 * How a cost grows: what was measured, both axes logarithmic, and the fitted power of the size as a straight line whose
 * slope is the exponent.
 */
final class LogLogChart {
    private final String group;
    private final List<Row> rows;
    private final List<Fit> fits;
    private final String cost;
    private final List<String> notes = new ArrayList<>();

    private LogLogChart(String group, List<Row> rows, List<Fit> fits, String cost) {
        this.group = group;
        this.rows = rows;
        this.fits = fits;
        this.cost = cost;
    }

    /**
     * A group's chart of one cost.
     *
     * @param rows of the group, each with its place on the axis
     * @param fits of the group
     * @param cost {@code time}, or a key of the rows' figures
     */
    static LineChart of(String group, List<Row> rows, List<Fit> fits, String cost, Map<String, Look> looks) {
        return new LogLogChart(group, rows, fits, cost).chart(looks);
    }

    private LineChart chart(Map<String, Look> looks) {
        Map<String, List<Point>> points = new LinkedHashMap<>();
        for (Row row : rows) {
            List<Point> own = points.computeIfAbsent(row.contender(), name -> new ArrayList<>());
            Point point = point(row);
            if (point != null && point.x() > 0 && point.y() > 0) {
                own.add(point);
            } else {
                notes.add(row.contender() + " at " + place(row) + ": "
                        + (point == null ? new Told(row, false).reason() : "nothing above zero to draw"));
            }
        }
        List<Series> series = new ArrayList<>();
        points.forEach((name, own) -> series.add(series(name, looks.getOrDefault(name, new Look(0)), own)));
        return new LineChart(group, xAxis(series), yAxis(series), series, notes);
    }

    private @Nullable Point point(Row row) {
        Estimate time = row.time();
        if (cost.equals(Exponents.TIME)) {
            if (time == null) {
                return null;
            }
            Estimate seconds = Cost.of(row.unit()).in(time);
            String text = new Told(row, false).all() + ", at " + place(row);
            return new Point(at(row), seconds.median(), seconds.low(), seconds.high(), text);
        }
        Figure figure = Figure.of(row, cost);
        if (figure == null) {
            return null;
        }
        String text = row.contender() + ": " + cost + " " + figure.text() + ", at " + place(row);
        return Point.exact(at(row), figure.value(), text);
    }

    private static double at(Row row) {
        Double at = row.at();
        return at == null ? Double.NaN : at;
    }

    private static String place(Row row) {
        double at = at(row);
        Measure.Unit unit = Measure.NUMBER.unitFor(at);
        return Measure.plain(at / unit.size()) + unit.name();
    }

    private Series series(String name, Look look, List<Point> points) {
        Fit fit = fits.stream()
                .filter(one -> one.contender().equals(name) && one.cost().equals(cost))
                .findFirst()
                .orElse(null);
        return fit == null || points.isEmpty()
                ? new Series(name, "", look, points, points)
                : new Series(name, exponent(fit), look, points, line(fit, points));
    }

    private static String exponent(Fit fit) {
        Estimate exponent = fit.exponent();
        return "\u221d " + fit.axis() + "^" + Measure.digits(exponent.median()) + " (" + Measure.digits(exponent.low())
                + "\u2013" + Measure.digits(exponent.high()) + ")";
    }

    /** The least-squares line of that slope, over the sizes that it was fitted to: through the mean of their logarithms. */
    private static List<Point> line(Fit fit, List<Point> points) {
        double slope = fit.exponent().median();
        double last = points.stream().mapToDouble(Point::x).max().orElseThrow();
        List<Point> fitted = points.stream()
                .filter(point -> point.x() >= Exponents.SHARE * last)
                .toList();
        double first = fitted.stream().mapToDouble(Point::x).min().orElseThrow();
        double offset = fitted.stream()
                .mapToDouble(point -> Math.log(point.y()) - slope * Math.log(point.x()))
                .average()
                .orElseThrow();
        return DoubleStream.of(first, last)
                .mapToObj(x -> Point.exact(x, Math.exp(offset + slope * Math.log(x)), ""))
                .toList();
    }

    private Axis xAxis(List<Series> series) {
        double[] all = drawn(series).mapToDouble(Point::x).toArray();
        return LogAxis.over(
                all, Measure.NUMBER, fits.isEmpty() ? "size" : fits.get(0).axis());
    }

    private Axis yAxis(List<Series> series) {
        double[] all = drawn(series)
                .flatMapToDouble(point -> DoubleStream.of(point.y(), point.low(), point.high()))
                .toArray();
        Cost unit = Cost.of(rows.get(0).unit());
        if (cost.equals(Exponents.TIME)) {
            return LogAxis.over(all, unit.measure(), cost + (unit.per().isEmpty() ? "" : "/" + unit.per()));
        }
        Measure measure = rows.stream()
                .flatMap(row -> Stream.ofNullable(Figure.of(row, cost)))
                .map(Figure::measure)
                .findFirst()
                .orElse(Measure.NUMBER);
        return LogAxis.over(all, measure, cost);
    }

    private static Stream<Point> drawn(List<Series> series) {
        return series.stream().flatMap(one -> Stream.concat(one.points().stream(), one.line().stream()));
    }
}
