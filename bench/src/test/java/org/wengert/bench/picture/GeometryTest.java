package org.wengert.bench.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.bench.result.BenchResult;
import org.wengert.bench.result.Row;

/** Nothing overlaps and nothing leaves its box, by a drawing's own numbers. */
class GeometryTest {
    static Stream<BenchResult> results() {
        return SampleResults.all().stream();
    }

    @ParameterizedTest
    @MethodSource("results")
    void textsOfAFileDoNotOverlapAndStayInside(BenchResult result) {
        Tidy.assertTidy(Sheet.svg("title", "from somewhere, ".repeat(20), Charts.of(result)));
    }

    @ParameterizedTest
    @MethodSource("results")
    void textsOfAChartDoNotOverlapAndStayInside(BenchResult result) {
        Charts.of(result).forEach(GeometryTest::assertTidy);
    }

    @Property(tries = 100)
    void barsOfAnyLengthAndNameAreTidy(@ForAll("groups") List<Row> rows) {
        assertTidy(new BarChart("any group", rows, Look.of(rows)));
    }

    @Provide
    Arbitrary<List<Row>> groups() {
        Arbitrary<String> names = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars(' ', '<', '&')
                .ofMinLength(1)
                .ofMaxLength(120);
        Arbitrary<Double> times = Arbitraries.doubles().between(0.01, 1e12);
        return names.flatMap(name -> times.map(time -> SampleRows.timed("any group", name, "ns/op", time, 417)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(rows -> {
                    List<Row> all = new ArrayList<>(rows);
                    all.add(SampleRows.timed("any group", "base", "ns/op", 417, 0));
                    all.add(SampleRows.refused(
                            "any group", "refused", rows.get(0).contender()));
                    return all;
                });
    }

    @Property(tries = 100)
    void curvesOverAnyRangeAreTidy(@ForAll("sizes") List<Double> sizes) {
        List<Row> rows = new ArrayList<>();
        sizes.forEach(size -> rows.add(SampleRows.scaled("growth", "a contender", size, 1e-3 * size, 8 * size)));

        assertTidy(LogLogChart.of("growth", rows, List.of(), "time", Look.of(rows)));
        assertTidy(LogLogChart.of("growth", rows, List.of(), "allocated", Look.of(rows)));
    }

    @Provide
    Arbitrary<List<Double>> sizes() {
        return Arbitraries.doubles().between(1, 1e9).list().ofMinSize(1).ofMaxSize(8);
    }

    private static void assertTidy(Chart chart) {
        Svg svg = Svg.inPage("chart", Chart.WIDTH, chart.height(), chart.title(), chart.description());
        chart.draw(svg);
        Tidy.assertTidy(svg.markup());
    }
}
