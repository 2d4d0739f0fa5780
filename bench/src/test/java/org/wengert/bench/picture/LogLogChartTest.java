package org.wengert.bench.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wengert.bench.picture.Series.Point;
import org.wengert.bench.result.BenchResult;
import org.wengert.bench.result.Fit;
import org.wengert.bench.result.Row;

class LogLogChartTest {
    private static final double ROUNDING = 1e-12;

    @Test
    void theLinesSlopeIsTheFittedExponent() {
        List<Row> rows = List.of(
                SampleRows.scaled("g", "a", 10, 5, 0),
                SampleRows.scaled("g", "a", 100, 620, 0),
                SampleRows.scaled("g", "a", 1000, 48_000, 0));
        Fit fit = new Fit("g", "a", "nodes", "time", SampleRows.estimate(2));

        LineChart chart = LogLogChart.of("g", rows, List.of(fit), "time", Look.of(rows));

        Series series = chart.series().get(0);
        Point first = series.line().get(0);
        Point last = series.line().get(1);
        assertEquals(10, first.x());
        assertEquals(1000, last.x());
        assertEquals(1e4, last.y() / first.y(), 1e4 * ROUNDING);
        double above = series.points().stream()
                .mapToDouble(point -> Math.log(point.y() / first.y()) - 2 * Math.log(point.x() / first.x()))
                .sum();
        assertEquals(0, above, ROUNDING, "points lie as far above the line as below it");
        assertEquals("\u221d nodes^2.00 (1.94\u20132.06)", series.note());
    }

    @Test
    void theLineIsDrawnWhereItWasFitted() {
        List<Row> rows = List.of(
                SampleRows.scaled("g", "a", 10, 5, 0),
                SampleRows.scaled("g", "a", 2000, 620, 0),
                SampleRows.scaled("g", "a", 100_000, 48_000, 0));
        Fit fit = new Fit("g", "a", "nodes", "time", SampleRows.estimate(1));

        LineChart chart = LogLogChart.of("g", rows, List.of(fit), "time", Look.of(rows));

        assertEquals(2000, chart.series().get(0).line().get(0).x());
        assertEquals(3, chart.series().get(0).points().size());
    }

    @Test
    void whatHasNoTimeIsSaidBelow() {
        List<Row> rows = List.of(
                SampleRows.scaled("g", "a", 10, 5, 0), SampleRows.refusedAt("g", "a", 2_000_000, "out of memory"));

        LineChart chart = LogLogChart.of("g", rows, List.of(), "time", Look.of(rows));

        assertEquals(List.of("a at 2M: out of memory"), chart.notes());
        assertTrue(chart.description().contains("out of memory"), chart.description());
    }

    @Test
    void zeroHasNoPlaceOnALogarithmicAxis() {
        List<Row> rows = List.of(SampleRows.scaled("g", "a", 10, 5, 0), SampleRows.scaled("g", "a", 20, 9, 64));

        LineChart chart = LogLogChart.of("g", rows, List.of(), "allocated", Look.of(rows));

        assertEquals(List.of("a at 10: nothing above zero to draw"), chart.notes());
        assertEquals(1, chart.series().get(0).points().size());
    }

    @Test
    void aScalingSuiteHasAChartForEachCostAndNoBars() {
        BenchResult scaling = SampleResults.scaling();

        List<Chart> charts = Charts.of(scaling);

        assertEquals(2, charts.size());
        assertTrue(charts.stream().allMatch(LineChart.class::isInstance));
        assertTrue(charts.get(1).description().startsWith("allocated against nodes"), charts.get(1)::description);
    }

    @Test
    void contendersDifferInShapeToo() {
        List<Series> series = ((LineChart) Charts.of(SampleResults.scaling()).get(0)).series();

        assertEquals(Marker.CIRCLE, series.get(0).look().marker());
        assertEquals(Marker.SQUARE, series.get(1).look().marker());
    }
}
