package org.wengert.bench.growth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wengert.bench.result.Estimate;
import org.wengert.bench.result.Fit;
import org.wengert.bench.result.Row;
import org.wengert.bench.statistics.Student;

/**
 * Fits {@code cost = c size^p} to rows of several sizes: {@code log cost} is a straight line over {@code log size}, whose
 * slope is {@code p}. Its 95% interval is Student's for the slope of such a line.
 *
 * <p>Only the upper two decades of sizes count. Below, a cost that does not grow (a call, a buffer's first size) hides
 * what does, and a quadratic cost would pass for a linear one.
 */
public final class Exponents {
    /** What a row calls its time. */
    public static final String TIME = "time";

    /** Sizes from the largest down to this share of it. */
    public static final double SHARE = 0.01;

    /** A line goes through any two points; the third tells how well. */
    private static final int FEWEST = 3;

    /** A contender's rows along an axis. */
    private record Curve(String group, String contender, String axis) {}

    private Exponents() {}

    /**
     * The exponents of each group's contenders, in the rows' order. Where fewer than three rows have a place on the axis
     * and the cost, there is none. What grows is what the setting {@code axis} says, or else the {@code size}.
     *
     * @param costs {@link #TIME}, or keys of {@link Row#figures}
     */
    public static List<Fit> of(List<Row> rows, String... costs) {
        Map<Curve, List<Row>> curves = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.at() != null) {
                String axis = row.settings().getOrDefault("axis", "size");
                curves.computeIfAbsent(new Curve(row.group(), row.contender(), axis), curve -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Fit> fits = new ArrayList<>();
        curves.forEach((curve, points) -> {
            for (String cost : costs) {
                exponent(points, cost)
                        .ifPresent(p -> fits.add(new Fit(curve.group(), curve.contender(), curve.axis(), cost, p)));
            }
        });
        return fits;
    }

    private static Optional<Estimate> exponent(List<Row> points, String cost) {
        List<Row> paid = points.stream().filter(row -> cost(row, cost) != null).toList();
        return exponent(
                paid.stream()
                        .mapToDouble(row -> Objects.requireNonNull(row.at()))
                        .toArray(),
                paid.stream()
                        .mapToDouble(row -> Objects.requireNonNull(cost(row, cost)))
                        .toArray());
    }

    /** A cost that has a logarithm. */
    private static @Nullable Double cost(Row row, String cost) {
        Double paid;
        if (cost.equals(TIME)) {
            Estimate time = row.time();
            paid = time == null ? null : (Double) time.median();
        } else {
            paid = row.figures().get(cost);
        }
        return paid != null && paid > 0 ? paid : null;
    }

    /**
     * The exponent of one curve, if three different sizes of the upper two decades are left.
     *
     * @param sizes positive, in any order
     * @param costs positive, one for each size
     */
    static Optional<Estimate> exponent(double[] sizes, double... costs) {
        double largest = 0;
        for (double size : sizes) {
            largest = Math.max(largest, size);
        }
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] >= SHARE * largest) {
                x.add(Math.log(sizes[i]));
                y.add(Math.log(costs[i]));
            }
        }
        if (x.stream().distinct().count() < FEWEST) {
            return Optional.empty();
        }
        Line line = Line.through(array(x), array(y));
        double margin = Student.quantile(x.size() - 2) * line.error();
        return Optional.of(new Estimate(line.slope(), line.slope() - margin, line.slope() + margin));
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
