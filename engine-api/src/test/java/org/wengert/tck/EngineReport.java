package org.wengert.tck;

import java.util.ArrayList;
import java.util.List;

/**
 * What a check found out about an engine.
 *
 * @param description the engine's own
 * @param operations  the largest error of each
 * @param graphs      what came of random ones
 * @param fixtures    what came of each file
 */
public record EngineReport(
        String engine,
        String description,
        Precision precision,
        List<AccuracyRow> operations,
        GraphsReport graphs,
        List<FixtureReport> fixtures) {
    /** Everything that is wrong; none if the engine passed. Of random graphs the first line says what. */
    public List<String> failures() {
        List<String> failures = new ArrayList<>();
        operations.forEach(row -> row.failure().ifPresent(failures::add));
        graphs.failure().ifPresent(failures::add);
        fixtures.forEach(report ->
                report.failures().forEach((id, what) -> failures.add(report.file() + ": " + id + ": " + what)));
        return failures;
    }
}
