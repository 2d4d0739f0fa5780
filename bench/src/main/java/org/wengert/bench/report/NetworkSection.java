package org.wengert.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.wengert.bench.picture.Chart;
import org.wengert.bench.picture.Document;
import org.wengert.bench.picture.Markup;
import org.wengert.bench.picture.Measure;

/** What a network became: its neurons and what they weigh. */
final class NetworkSection {
    private static final int MOST_HISTOGRAMS = 8;

    private NetworkSection() {}

    static void write(Markup page, TrainedRun run) {
        page.open("section", "id", "network", "aria-labelledby", "network-name");
        page.element("h2", "The network", "id", "network-name").line();
        Portrait portrait = run.portrait();
        List<Chart> charts = new ArrayList<>();
        charts.add(new NetworkChart(Neurons.of(run.sizes(), portrait), run.activation()));
        portrait.weights().entrySet().stream()
                .filter(weight -> portrait.layers().contains(weight.getKey()))
                .limit(MOST_HISTOGRAMS)
                .forEach(weight -> charts.add(Histogram.of(
                        weight.getKey(), portrait.firstWeights().get(weight.getKey()), weight.getValue())));
        Document.figures(page, "network", charts);
        List<List<String>> rows = new ArrayList<>();
        portrait.weights().forEach((name, numbers) -> rows.add(row(name, numbers)));
        Numbered.write(
                page,
                "Weights in numbers",
                List.of("name", "count", "smallest", "mean", "largest", "root of the mean square"),
                rows);
        page.close().line();
    }

    private static List<String> row(String name, double... numbers) {
        DoubleSummaryStatistics all = Arrays.stream(numbers).summaryStatistics();
        double square = Arrays.stream(numbers).map(x -> x * x).average().orElse(0);
        return List.of(
                name,
                Integer.toString(numbers.length),
                Measure.digits(all.getMin()),
                Measure.digits(all.getAverage()),
                Measure.digits(all.getMax()),
                Measure.digits(Math.sqrt(square)));
    }
}
