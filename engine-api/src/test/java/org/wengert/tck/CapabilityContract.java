package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What an engine declares absent it refuses, rather than doing it by half. */
@Proves(Level.ERRORS)
public interface CapabilityContract extends EngineContract {
    @TestFactory
    default Stream<DynamicTest> whatIsDeclaredAbsentIsRefused() {
        return absent().stream()
                .sorted()
                .map(capability -> test(capability.toString(), engine -> {
                    UnsupportedOperationException refused =
                            assertThrows(UnsupportedOperationException.class, () -> capability.use(engine));

                    assertTrue(
                            refused.getMessage().startsWith(capability.toString()),
                            () -> "the refusal should begin with '" + capability + "': " + refused.getMessage());
                }));
    }
}
