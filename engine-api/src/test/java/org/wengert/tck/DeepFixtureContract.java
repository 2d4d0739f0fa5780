package org.wengert.tck;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.wengert.Engine;

/** Chains of up to a million operations against reference values. */
@Proves(Level.CORE)
public interface DeepFixtureContract extends EngineContract {
    @TestFactory
    default Stream<DynamicTest> deepGraphsGiveTheReferenceValuesAndGradients() {
        return Fixtures.tests(
                "deep.json",
                "chains",
                chain ->
                        test(chain.get("id").getAsString(), engine -> assertChain(engine, new Fields(chain, "chain"))));
    }

    private void assertChain(Engine engine, Fields chain) {
        if (arithmetic().precision() == Precision.FLOAT64) {
            DeepFixture.on(engine, chain, Integer.MAX_VALUE).check(tolerances());
            return;
        }
        // The file's results are not those of its inputs rounded: each step is checked by itself, and a hundred
        // thousand
        // of them say what a million would.
        DeepFixture fixture = DeepFixture.on(engine, chain, 100_000);
        if (chain.has("grads_rule")) { // whole numbers, which single precision holds
            fixture.check(tolerances());
        } else {
            Recomputed.check(arithmetic(), fixture.root(), 1);
        }
    }
}
