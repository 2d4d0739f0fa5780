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
 * <p>Reference values in files are read from the folder that the system property {@code fixtures.dir} names; without it
 * those tests are reported as skipped, and everything else runs.
 */
public abstract class EngineTck
        implements UnaryContract,
                BinaryContract,
                StructuralContract,
                GraphContract,
                LifetimeContract,
                FreshnessContract,
                ScopeContract,
                UpdateContract,
                GradientCheckContract,
                SessionContract,
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
    private Engine engine;

    /** Tests the provider's engine with its standard settings. */
    protected EngineTck(EngineProvider provider) {
        this(provider, Map.of());
    }

    /** Tests the provider's engine with these settings. */
    protected EngineTck(EngineProvider provider, Map<String, String> settings) {
        this.provider = provider;
        this.settings = Map.copyOf(settings);
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
    public final Engine open() {
        return Engines.open(provider, Configuration.of(settings, Map.of(), Map.of(), Map.of()));
    }
}
