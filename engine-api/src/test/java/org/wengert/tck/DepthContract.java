package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.wengert.Graph;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/** Depth costs heap, never stack: with the default stack of a thread a million operations follow one another. */
@Proves(Level.CORE)
public interface DepthContract extends EngineContract {
    /** Far beyond what recursion could reach. */
    int DEPTH = 1_000_000;

    private static Value chain(Variable x, int depth) {
        Value y = x;
        for (int i = 0; i < depth; i++) {
            y = y.add(x);
        }
        return y;
    }

    @Test
    default void aMillionOperationsInARowAreDifferentiated() {
        Variable x = engine().variable(0.5);
        Value deep = chain(x, DEPTH);

        try {
            deep.backward();
        } catch (StackOverflowError e) {
            fail("backward: " + DEPTH + " operations in a row overflowed the stack");
        }

        Close.assertSame("gradient", DEPTH + 1, x.grad().item());
    }

    @Test
    default void aMillionOperationsInARowAreForgotten() {
        Variable x = engine().variable(0.5);
        for (int round = 0; round < 3; round++) {
            try (Scope scope = engine().scope()) {
                chain(x, DEPTH / 4).backward();
            }
        }

        Close.assertSame("gradient", 3 * (DEPTH / 4 + 1), x.grad().item());
    }

    @Test
    default void aDeepValueHasAShortTextFormAHashAndAnEquality() {
        Variable x = engine().variable(0.5);
        Value deep = chain(x, 100_000);

        assertEquals("Value(data=50000.5)", deep.toString());
        assertEquals(deep.hashCode(), deep.hashCode());
        assertEquals(deep, deep);
        assertEquals("Value(data=0.5)", x.toString());
    }

    @Test
    default void aDeepGraphIsWalked() {
        Variable x = engine().variable(0.5);

        assertEquals(100_001, Graph.operandsFirst(chain(x, 100_000)).size());
    }

    @Test
    default void aWideSumOfOneLeafIsDifferentiated() {
        Variable x = engine().variable(0.125);
        Value sum = engine().constant(0);
        for (int i = 0; i < 100_000; i++) {
            sum = sum.add(x.mul(x));
        }

        sum.backward();

        Close.assertSame("gradient", 25_000, x.grad().item());
    }

    @Test
    default void whatScopesForgetIsGivenBack() {
        Variable x = engine().variable(Shape.of(5000), Points.random(1, 5000));
        long before = usedAfter(x, 20);

        long after = usedAfter(x, 300);

        assertTrue(
                after - before < 24 << 20,
                () -> "300 scopes of 3 arrays of 40 kB each kept " + ((after - before) >> 20) + " MB");
    }

    /** Bytes in use after so many scopes have been opened and closed. */
    private long usedAfter(Variable x, int scopes) {
        for (int i = 0; i < scopes; i++) {
            try (Scope scope = engine().scope()) {
                x.mul(x).tanh().mul(x).sum().backward();
            }
        }
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
