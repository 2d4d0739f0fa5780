package org.wengert.tck;

import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.wengert.Engine;

/** What every contract needs: engines to try. */
public interface EngineContract {
    /** An engine for the running test, closed at its end. */
    Engine engine();

    /** One more engine of the same kind and settings; the caller closes it. */
    Engine open();

    /** A test with an engine of its own, so that one failure cannot bring about another. */
    default DynamicTest test(String name, Consumer<Engine> body) {
        return DynamicTest.dynamicTest(name, () -> {
            try (Engine engine = open()) {
                body.accept(engine);
            }
        });
    }
}
