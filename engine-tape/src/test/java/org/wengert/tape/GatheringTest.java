package org.wengert.tape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.error.ClosedScopeException;

class GatheringTest {
    @Test
    void rowsOfAScopeThatTheirReaderClosesAreRefused() {
        try (Engine engine = Engines.open("tape", Map.of());
                Scope outer = engine.scope()) {
            Value before = engine.constant(Shape.of(2), 1, 2).mul(3);
            Scope inner = engine.scope();

            ClosedScopeException refused = assertThrows(
                    ClosedScopeException.class,
                    () -> engine.constant(Shape.of(2, 2000), (row, into, at) -> inner.close()));

            assertTrue(refused.getMessage().startsWith("constant: a value of a closed scope"), refused::getMessage);
            assertArrayEquals(new double[] {3, 6}, before.data());
        }
    }

    @Test
    void roomIsGivenBackWhenARowCannotBeRead() {
        Shape large = Shape.of(2, 1 << 22);
        try (Engine engine = Engines.open("tape", Map.of());
                Scope scope = engine.scope()) {
            for (int i = 0; i < 1000; i++) { // 64 GB in all
                assertThrows(
                        UncheckedIOException.class,
                        () -> engine.constant(large, (row, into, at) -> {
                            throw new UncheckedIOException(new IOException("gone"));
                        }));
            }

            Value after = engine.constant(Shape.of(2), (row, into, at) -> into[at] = row);

            assertArrayEquals(new double[] {0, 1}, after.data());
        }
    }
}
