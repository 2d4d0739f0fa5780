package org.wengert.tck;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.wengert.Engine;
import org.wengert.error.WengertException;

/**
 * Finds out whether an engine, anybody's, computes the right values and gradients: every operation against the oracle,
 * random graphs against forward mode, and cases from files. What is exact is worked out once for all engines of one precision.
 */
public final class EngineCheck {
    /** What formulas of an engine's own may be off by, in units in the last place, in random graphs. */
    private static final int ULPS = 4;

    private final int points;
    private final long seed;
    private final List<FixtureFile> files;
    private final Map<Precision, Accuracy> exact = new EnumMap<>(Precision.class);

    /**
     * A check.
     *
     * @param points random points an operation, beside edge points and kinks; and as many random graphs
     * @param seed   the same for the same points and graphs
     * @param files  cases to compare with
     */
    public EngineCheck(int points, long seed, List<FixtureFile> files) {
        this.points = points;
        this.seed = seed;
        this.files = List.copyOf(files);
    }

    /**
     * Checks an engine.
     *
     * @param opener opens one; each part of the check has an engine of its own
     * @throws WengertException if it cannot be opened
     * @throws FixtureException if a case is not laid out as it should be
     */
    public EngineReport run(Supplier<Engine> opener) {
        List<FixtureReport> fixtures = new ArrayList<>(); // first, for a file that is of no use must be refused at once
        for (FixtureFile file : files) {
            try (Engine engine = opener.get()) {
                fixtures.add(file.compare(engine, precision(engine)));
            }
        }
        try (Engine engine = opener.get()) {
            Precision precision = precision(engine);
            List<AccuracyRow> operations = exact.computeIfAbsent(precision, p -> Accuracy.of(p, points, seed))
                    .measure(engine, EnumSet.allOf(Capability.class));
            GraphsReport graphs = RandomGraphs.run(opener, new Arithmetic(precision, ULPS), points, seed);
            return new EngineReport(engine.name(), engine.description(), precision, operations, graphs, fixtures);
        }
    }

    /** The precision of an engine, by what it keeps of a tenth. */
    public static Precision precision(Engine engine) {
        return engine.constant(0.1).item() == 0.1f ? Precision.FLOAT32 : Precision.FLOAT64;
    }
}
