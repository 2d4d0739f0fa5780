package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.StaleValueException;

/** A recording whose variables were set to other numbers since is refused, and only such a recording. */
@Proves(Level.LIFETIME)
public interface FreshnessContract extends EngineContract {
    private static String text(String variable, String shape) {
        return "backward: a variable was set after it was used: " + variable + " of shape " + shape
                + "; compute the root again from the new numbers, then differentiate it";
    }

    @Test
    default void aRecordingWhoseVariableWasSetIsRefused() {
        Variable x = engine().variable(3).label("x");
        Value y = x.mul(x).tanh();
        x.set(4);

        StaleValueException refused = assertThrows(StaleValueException.class, y::backward);

        assertEquals(text("'x'", "[]"), refused.getMessage());
        Close.assertSame("gradient is as before", 0, x.grad().item());
    }

    @Test
    default void aRecordingWhoseArrayVariableWasSetIsRefused() {
        Variable x = engine().variable(Shape.of(2), 3, 4);
        Value y = x.mul(x).sum();
        x.set(engine().constant(Shape.of(2), 1, 2));

        StaleValueException refused = assertThrows(StaleValueException.class, y::backward);

        assertEquals(text("one", "[2]"), refused.getMessage());
    }

    @Test
    default void settingTheSameNumberIsSettingToo() {
        Variable x = engine().variable(3);
        Value y = x.mul(2);
        x.set(3);

        assertThrows(StaleValueException.class, y::backward);
    }

    @Test
    default void aRefusedBackwardLeavesEveryGradientAsItWas() {
        Variable w = engine().variable(2);
        Variable x = engine().variable(3);
        Value inner = w.mul(5);
        inner.mul(2).backward();
        Value y = inner.mul(x);
        x.set(4);

        assertThrows(StaleValueException.class, y::backward);

        Close.assertSame("leaf", 10, w.grad().item());
        Close.assertSame("inner", 2, inner.grad().item());
        Close.assertSame("stale leaf", 0, x.grad().item());
    }

    @Test
    default void aStaleVariableThatDoesNotReachTheRootDoesNoHarm() {
        Variable x = engine().variable(3);
        Variable other = engine().variable(5);
        Value elsewhere = other.mul(x);
        Value y = x.mul(x);
        other.set(6);

        y.backward();

        Close.assertSame("gradient", 6, x.grad().item());
        assertThrows(StaleValueException.class, elsewhere::backward);
    }

    @Test
    default void whatWasRecordedAfterTheSetIsFresh() {
        Variable x = engine().variable(3);
        Value old = x.mul(x);
        x.set(4);
        Value fresh = x.mul(x);

        fresh.backward();

        Close.assertSame("gradient", 8, x.grad().item());
        Close.assertSame("old value", 9, old.item());
        assertThrows(StaleValueException.class, old::backward);
    }

    @Test
    default void aValueMadeOfAnOldAndAFreshPartIsRefused() {
        Variable x = engine().variable(3);
        Value old = x.mul(x);
        x.set(4);
        Value mixed = old.add(x);

        assertThrows(StaleValueException.class, mixed::backward);
    }

    @Test
    default void aVariableSetBeforeItsFirstUseIsFresh() {
        Variable x = engine().variable(3);
        x.set(4);
        x.set(5);

        x.mul(x).backward();

        Close.assertSame("gradient", 10, x.grad().item());
    }

    @Test
    default void aVariableAsRootIsAlwaysFresh() {
        Variable x = engine().variable(3);
        x.mul(2).backward();
        x.set(4);

        x.backward();

        Close.assertSame("gradient", 3, x.grad().item());
    }
}
