package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ClosedEngineException;
import org.wengert.error.ClosedScopeException;
import org.wengert.error.NotRecordedException;

/** What a scope forgets, what outlives it, and what is refused once it is closed. */
@Proves(Level.SCOPES)
public interface ScopeContract extends EngineContract {
    private String closed(String operation, String shape) {
        return operation + ": a value of a closed scope: shape " + shape + " of engine '" + engine().name()
                + "'; read its numbers before its scope closes, or keep them in a variable";
    }

    private static void assertRefused(String text, Executable use) {
        assertEquals(
                text,
                assertThrows(ClosedScopeException.class, use, () -> "not refused: " + text)
                        .getMessage());
    }

    @Test
    default void aValueOfAClosedScopeIsRefusedEverywhereInTheSameWords() {
        Variable x = engine().variable(2);
        Scope scope = engine().scope();
        Value y = x.mul(3);
        scope.close();

        assertRefused(closed("data", "[]"), y::data);
        assertRefused(closed("item", "[]"), y::item);
        assertRefused(closed("grad", "[]"), y::grad);
        assertRefused(closed("backward", "[]"), y::backward);
        assertRefused(closed("tanh", "[]"), y::tanh);
        assertRefused(closed("add", "[]"), () -> x.add(y));
        assertRefused(closed("add", "[]"), () -> y.add(x));
        assertRefused(closed("set", "[]"), () -> x.set(y));
        assertRefused(closed("op", "[]"), y::op);
        assertRefused(closed("operands", "[]"), y::operands);
        assertRefused(closed("label", "[]"), () -> y.label("late"));
        assertEquals("", y.label());
    }

    @Test
    default void anArrayOfAClosedScopeIsRefusedEverywhereInTheSameWords() {
        Variable x = engine().variable(Shape.of(2), 1, 2);
        Scope scope = engine().scope();
        Value y = x.mul(3);
        Value c = engine().constant(Shape.of(2), 1, 2);
        scope.close();

        assertRefused(closed("data", "[2]"), y::data);
        assertRefused(closed("sum", "[2]"), y::sum);
        assertRefused(closed("concat", "[2]"), () -> engine().concat(0, x, y));
        assertRefused(closed("backward", "[2]"), () -> y.backward(1, 1));
        assertRefused(closed("mul", "[2]"), () -> x.mul(c));
        assertRefused(closed("op", "[2]"), y::op);
        assertRefused(closed("operands", "[2]"), y::operands);
        assertRefused(closed("label", "[2]"), () -> y.label("late"));
        assertEquals("", y.label());
    }

    @Test
    default void aRefusedUseLeavesTheEngineWhole() {
        Variable x = engine().variable(2);
        Scope scope = engine().scope();
        Value y = x.mul(3);
        scope.close();
        Value before = x.mul(x);

        assertThrows(ClosedScopeException.class, () -> before.add(y));
        before.backward();

        Close.assertSame("gradient", 4, x.grad().item());
    }

    @Test
    default void aClosedValueStillHasATextForm() {
        Scope scope = engine().scope();
        Value y = engine().constant(Shape.of(2), 1, 2).mul(3);
        scope.close();

        assertEquals("Value(shape=[2], closed)", y.toString());
        assertEquals(Shape.of(2), y.shape());
    }

    @Test
    default void variablesOutliveTheScopeTheyWereMadeIn() {
        Variable x;
        try (Scope scope = engine().scope()) {
            x = engine().variable(Shape.of(2), 1, 2);
            x.mul(x).sum().backward();
        }

        x.mul(3).sum().backward();

        Close.assertSame("data", new double[] {1, 2}, x.data());
        Close.assertSame("gradient", new double[] {5, 7}, x.grad().data());
    }

    @Test
    default void valuesOfAnOuterScopeSurviveAnInnerOne() {
        Variable x = engine().variable(2);
        Value outer = x.mul(3);
        Value array = engine().constant(Shape.of(3), 1, 2, 3).mul(2);
        try (Scope scope = engine().scope()) {
            outer.mul(outer).backward();
            array.mul(array).sum().item();
        }

        outer.backward();

        Close.assertSame("value", 6, outer.item());
        Close.assertSame("array", new double[] {2, 4, 6}, array.data());
        Close.assertSame("gradient", 36 + 3, x.grad().item());
        Close.assertSame("inner gradient", 1, outer.grad().item());
    }

    @Test
    default void scopesNest() {
        Variable x = engine().variable(2);
        try (Scope first = engine().scope()) {
            Value a = x.mul(3);
            try (Scope second = engine().scope()) {
                Value b = a.mul(5);
                b.backward();
                Close.assertSame("inner", 5, a.grad().item());
            }
            a.mul(7).backward();
            Close.assertSame("after the inner scope", 7, a.grad().item());
        }

        Close.assertSame("gradient", 15 + 21, x.grad().item());
    }

    @Test
    default void closingAScopeClosesThoseOpenedInsideIt() {
        Scope outer = engine().scope();
        Scope inner = engine().scope();
        Value y = engine().constant(1).mul(2);

        outer.close();

        assertFalse(inner.isOpen());
        assertThrows(ClosedScopeException.class, y::item);
        inner.close();
        assertEquals(6, engine().constant(2).mul(3).item());
    }

    @Test
    default void aScopeClosedLateDoesNotCloseItsSuccessor() {
        Scope outer = engine().scope();
        Scope inner = engine().scope();
        outer.close();
        Scope next = engine().scope();
        Value y = engine().constant(1).mul(2);

        inner.close();
        outer.close();

        assertTrue(next.isOpen());
        Close.assertSame("value", 2, y.item());
    }

    @Test
    default void closingTwiceDoesNothing() {
        Variable x = engine().variable(2);
        Value outside = x.mul(3);
        Scope scope = engine().scope();
        scope.close();
        scope.close();

        outside.backward();

        Close.assertSame("gradient", 3, x.grad().item());
    }

    @Test
    default void manyScopesOneAfterAnotherGiveTheSameEachTime() {
        Variable w = engine().variable(Shape.of(3, 4), Points.random(1, 12));
        Variable b = engine().variable(0.5);
        double[] first = {};
        for (int step = 0; step < 1000; step++) {
            w.zeroGrad();
            try (Scope scope = engine().scope()) {
                w.mul(b).add(1).tanh().sum(0).mean().backward();
            }
            double[] gradient = w.grad().data();
            first = step == 0 ? gradient : first;
            Close.assertSame("gradient in step " + step, first, gradient);
        }
    }

    @Test
    default void anInferenceScopeComputesTheSameValues() {
        Variable x = engine().variable(Shape.of(2, 2), 1, 2, 3, 4);
        double[] recorded = x.matmul(x).tanh().data();

        try (Scope scope = engine().inference()) {
            Close.assertSame("value", recorded, x.matmul(x).tanh().data());
        }
    }

    @Test
    default void anInferenceScopeRecordsNothing() {
        Variable x = engine().variable(3);
        try (Scope scope = engine().inference()) {
            Value y = x.mul(x).add(1);

            NotRecordedException refused = assertThrows(NotRecordedException.class, y::backward);

            assertEquals(
                    "backward: the root was computed in an inference scope, which records nothing: compute it in an"
                            + " ordinary scope to differentiate it",
                    refused.getMessage());
            assertEquals(Optional.empty(), y.op());
            assertEquals(List.of(), y.operands());
            Close.assertSame("gradient", 0, y.grad().item());
        }
        Close.assertSame("gradient", 0, x.grad().item());
    }

    @Test
    default void aScopeInsideAnInferenceScopeRecordsNothingEither() {
        Variable x = engine().variable(3);
        try (Scope inference = engine().inference();
                Scope inner = engine().scope()) {
            assertThrows(NotRecordedException.class, () -> x.mul(2).backward());
        }
    }

    @Test
    default void recordingGoesOnAfterAnInferenceScope() {
        Variable x = engine().variable(3);
        Value before = x.mul(x);
        try (Scope scope = engine().inference()) {
            assertEquals(18, before.mul(2).item());
        }

        before.mul(x).backward();

        Close.assertSame("gradient", 27, x.grad().item());
    }

    @Test
    default void aRecordedValueCanBeDifferentiatedInsideAnInferenceScope() {
        Variable x = engine().variable(3);
        Value y = x.mul(x);
        try (Scope scope = engine().inference()) {
            y.backward();
        }

        Close.assertSame("gradient", 6, x.grad().item());
    }

    @Test
    default void aClosedEngineRefusesEverythingInTheSameWords() {
        Engine engine = open();
        Variable x = engine.variable(3);
        Value y = x.mul(x);
        Scope scope = engine.scope();
        engine.close();
        engine.close();

        assertFalse(engine.isOpen(), "an engine that was closed says it is open");
        assertFalse(scope.isOpen(), "a scope of an engine that was closed says it is open");
        Map<String, Executable> uses = Map.ofEntries(
                Map.entry("constant", () -> engine.constant(1)),
                Map.entry("variable", () -> engine.variable(1)),
                Map.entry("scope", engine::scope),
                Map.entry("data", x::data),
                Map.entry("item", y::item),
                Map.entry("grad", x::grad),
                Map.entry("backward", y::backward),
                Map.entry("tanh", y::tanh),
                Map.entry("set", () -> x.set(1)),
                Map.entry("zeroGrad", x::zeroGrad));
        uses.forEach((operation, use) -> assertEquals(
                operation + ": the engine '" + engine.name()
                        + "' is closed: open one for as long as its values are used",
                assertThrows(ClosedEngineException.class, use, operation).getMessage()));
    }
}
