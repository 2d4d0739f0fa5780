package org.wengert.tck;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
 */
public abstract class EngineTck
        implements ArithmeticContract,
                UnaryContract,
                BinaryContract,
                StructuralContract,
                GraphContract,
                LifetimeContract,
                FreshnessContract,
                ScopeContract,
                UpdateContract,
                GradientCheckContract,
                SessionContract,
                ExpressionContract,
                ErrorContract,
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
        this.provider = provider;
        this.settings = Map.copyOf(settings);
        this.arithmetic = arithmetic;
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
    public final Engine open() {
        return Engines.open(provider, Configuration.of(settings, Map.of(), Map.of(), Map.of()));
    }
}
