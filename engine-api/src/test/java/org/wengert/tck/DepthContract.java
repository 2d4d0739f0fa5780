package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.wengert.Graph;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.Variable;

/** Depth costs heap, never stack: with the default stack of a thread a million operations follow one another. */
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

        chain(x, DEPTH).backward();

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
        Variable x = engine().variable(0.1);
        Value sum = engine().constant(0);
        for (int i = 0; i < 100_000; i++) {
            sum = sum.add(x.mul(x));
        }

        sum.backward();

        Close.assertClose("gradient", Close.within(1e-10, 0), 20_000, x.grad().item());
    }
}
