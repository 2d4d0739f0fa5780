package org.wengert.tck;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.wengert.Engine;

/** What every contract needs: engines to try, and what they say of their numbers. */
public interface EngineContract {
    /** Where random sessions begin; another with {@code -Dtck.seed=N}. */
    long SEED = Long.getLong("tck.seed", 0);

    /** An engine for the running test, closed at its end. */
    Engine engine();

    /** One more engine of the same kind and settings; the caller closes it. */
    Engine open();

    /** What the engines compute with. */
    Arithmetic arithmetic();

    /** What they do without. */
    default Set<Capability> absent() {
        return Set.of();
    }

    /** Takes notice of how accurate their operations were found to be. */
    default void measured(List<AccuracyRow> rows) {}

    /** How far their numbers may lie from the right ones. */
    default Tolerances tolerances() {
        return new Tolerances(arithmetic());
    }

    /** Numbers that the engines hold as they are: for references that are computed from the same ones. */
    default double[] held(double... numbers) {
        return arithmetic().round(numbers);
    }

    /** A test with an engine of its own, so that one failure cannot bring about another. */
    default DynamicTest test(String name, Consumer<Engine> body) {
        return DynamicTest.dynamicTest(name, () -> {
            try (Engine engine = open()) {
                body.accept(engine);
            }
        });
    }
}
