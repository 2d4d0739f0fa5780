package org.wengert.bench.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wengert.bench.result.BenchResult;
import org.wengert.bench.result.Fit;
import org.wengert.bench.result.Row;

/** Which charts a result is drawn as: bars for each group, curves for groups along an axis. */
final class Charts {
    private Charts() {}

    /** In the order in which groups first appear; curves of time before those of other costs. */
    static List<Chart> of(BenchResult result) {
        Map<String, Look> looks = Look.of(result.rows());
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : result.rows()) {
            groups.computeIfAbsent(row.group(), name -> new ArrayList<>()).add(row);
        }
        List<Chart> charts = new ArrayList<>();
        groups.forEach((group, rows) -> {
            if (rows.stream().allMatch(row -> row.at() != null)) {
                List<Fit> fits = result.fits().stream()
                        .filter(fit -> fit.group().equals(group))
                        .toList();
                costs(fits).forEach(cost -> charts.add(LogLogChart.of(group, rows, fits, cost, looks)));
            } else {
                charts.add(new BarChart(group, rows, looks));
            }
        });
        return charts;
    }

    private static Set<String> costs(List<Fit> fits) {
        Set<String> costs = new LinkedHashSet<>();
        costs.add("time");
        fits.forEach(fit -> costs.add(fit.cost()));
        return costs;
    }
}
