package org.wengert.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wengert.Configuration;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.spi.EngineProvider;

/**
 * All contracts of an engine. Its test is a class of a few lines:
 *
 * <pre>{@code
 * class MyEngineTest extends EngineTck {
 *     MyEngineTest() {
 *         super(new MyEngineProvider());
 *     }
 * }
 * }</pre>
 *
 * <p>An engine that computes in single precision, or elementwise operations by formulas of its own, says so in a third
 * argument, an {@link Arithmetic}: every tolerance follows from it.
 *
 * <p>Reference values in files are read from the folder that the system property {@code fixtures.dir} names; without it
 * those tests are reported as skipped, and everything else runs.
 *
 * <p>At the end a certificate says level by level what was proven, as text on the console and, with the same as JSON, in
 * {@code target/conformance}; the JUnit configuration parameter {@code tck.certificates} names another folder.
 */
@ExtendWith(Recorder.class)
public abstract class EngineTck
        implements ArithmeticContract,
                AccuracyContract,
                UnaryContract,
                BinaryContract,
                StructuralContract,
                FusedContract,
                RowsContract,
                GraphContract,
                LifetimeContract,
                FreshnessContract,
                ScopeContract,
                UpdateContract,
                GradientCheckContract,
                SessionContract,
                ExpressionContract,
                UnchangedContract,
                ErrorContract,
                CapabilityContract,
                IsolationContract,
                NonFiniteContract,
                DeterminismContract,
                DepthContract,
                OpsFixtureContract,
                GraphsFixtureContract,
                DeepFixtureContract,
                ConventionsContract,
                SeedsValueContract,
                SeedsDerivativeContract,
                SeedsMistakeContract {
    private final EngineProvider provider;
    private final Map<String, String> settings;
    private final Arithmetic arithmetic;
    private final Set<Capability> absent;
    private final List<AccuracyRow> accuracy = new ArrayList<>();
    private Engine engine;

    /** Tests the provider's engine with its standard settings. */
    protected EngineTck(EngineProvider provider) {
        this(provider, Map.of());
    }

    /** Tests the provider's engine with these settings, which computes in double precision with the table's bits. */
    protected EngineTck(EngineProvider provider, Map<String, String> settings) {
        this(provider, settings, Arithmetic.FLOAT64);
    }

    /** Tests the provider's engine with these settings, which computes as declared. */
    protected EngineTck(EngineProvider provider, Map<String, String> settings, Arithmetic arithmetic) {
        this(provider, settings, arithmetic, Set.of());
    }

    /** Tests the provider's engine with these settings, which computes as declared and does without some things. */
    protected EngineTck(
            EngineProvider provider, Map<String, String> settings, Arithmetic arithmetic, Set<Capability> absent) {
        this.provider = provider;
        this.settings = Map.copyOf(settings);
        this.arithmetic = arithmetic;
        this.absent = Set.copyOf(absent);
    }

    @BeforeEach
    void openEngine() {
        engine = open();
    }

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    @Override
    public final Engine engine() {
        return engine;
    }

    @Override
    public final Arithmetic arithmetic() {
        return arithmetic;
    }

    @Override
    public final Set<Capability> absent() {
        return absent;
    }

    @Override
    public final void measured(List<AccuracyRow> rows) {
        accuracy.addAll(rows);
    }

    /** What the running test has measured. */
    final List<AccuracyRow> accuracy() {
        return accuracy;
    }

    /** With which the engines are opened. */
    final Map<String, String> settings() {
        return settings;
    }

    @Override
    public final Engine open() {
        return Engines.open(provider, Configuration.of(settings, Map.of(), Map.of(), Map.of()));
    }
}
