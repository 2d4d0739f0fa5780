package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.UpdateRule;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ArityException;
import org.wengert.error.ForeignValueException;
import org.wengert.error.ShapeException;
import org.wengert.error.StaleValueException;

/** How a variable is moved by a rule: the rule's formula, in place, with nothing recorded. */
@Proves(Level.LIFETIME)
public interface UpdateContract extends EngineContract {
    /** {@code w - lr g}. */
    UpdateRule DESCENT = (w, g, state, numbers) -> new Value[] {w.sub(g.mul(numbers[0]))};

    /** {@code m = mu m + g; w - lr m}, as a formula with something to remember. */
    UpdateRule MOMENTUM = (w, g, state, numbers) -> {
        Value m = state[0].mul(numbers[1]).add(g);
        return new Value[] {w.sub(m.mul(numbers[0])), m};
    };

    @Test
    default void anUpdateMovesAVariableByTheRule() {
        Variable w = engine().variable(Shape.of(3), 1, 2, 3);
        Variable b = engine().variable(0.5);
        w.mul(w).sum().add(b).backward();

        engine().update(DESCENT, w, List.of(), 0.25);
        engine().update(DESCENT, b, List.of(), 0.25);

        Close.assertSame("array", new double[] {0.5, 1, 1.5}, w.data());
        Close.assertSame("number", 0.25, b.item());
        Close.assertSame("gradient stays", new double[] {2, 4, 6}, w.grad().data());
    }

    @Test
    default void anUpdateMovesWhatItRemembersTooInEachStep() {
        double[] x = held(Points.random(3, 67));
        double[] m = new double[67];
        Variable w = engine().variable(Shape.of(67), x);
        Variable memory = engine().variable(Shape.of(67), m);
        for (int step = 1; step <= 5; step++) {
            double rate = 0.1 / step;
            w.zeroGrad();
            try (Scope scope = engine().scope()) {
                w.mul(w).sum().backward();
            }
            double[] g = w.grad().data();

            engine().update(MOMENTUM, w, List.of(memory), rate, 0.9);

            for (int i = 0; i < x.length; i++) {
                m[i] = m[i] * 0.9 + g[i];
                x[i] = x[i] - m[i] * rate;
            }
            Close.assertClose("memory after step " + step, tolerances().update(), m, memory.data());
            Close.assertClose("variable after step " + step, tolerances().update(), x, w.data());
        }
    }

    /** Variables of several sizes, all but the last with a gradient, and zeros to remember. */
    private List<Variable> variables() {
        List<Variable> made = new ArrayList<>();
        for (Shape shape : List.of(Shape.of(3), Shape.SCALAR, Shape.of(300), Shape.of(2, 70), Shape.of(130, 5))) {
            made.add(engine().variable(shape, held(Points.random(made.size(), shape.size()))));
        }
        try (Scope scope = engine().scope()) {
            made.forEach(variable -> variable.mul(variable).sum().backward());
        }
        made.add(engine().variable(Shape.of(7), held(Points.random(7, 7))));
        return made;
    }

    private List<List<Variable>> memories(List<Variable> variables) {
        return variables.stream()
                .map(w -> List.of(
                        engine().variable(w.shape(), new double[w.shape().size()])))
                .collect(Collectors.toList());
    }

    @Test
    default void anUpdateOfSeveralVariablesIsThatOfOneAfterAnother() {
        List<Variable> together = variables();
        List<Variable> apart = variables();
        List<List<Variable>> memory = memories(together);
        List<List<Variable>> memoryApart = memories(apart);

        for (int step = 1; step <= 3; step++) {
            engine().update(MOMENTUM, together, memory, 0.1 / step, 0.9);
            for (int i = 0; i < apart.size(); i++) {
                engine().update(MOMENTUM, apart.get(i), memoryApart.get(i), 0.1 / step, 0.9);
            }
        }

        for (int i = 0; i < apart.size(); i++) {
            String which = " of variable " + i;
            Close.assertSame(
                    "numbers" + which, apart.get(i).data(), together.get(i).data());
            Close.assertSame(
                    "memory" + which,
                    memoryApart.get(i).get(0).data(),
                    memory.get(i).get(0).data());
        }
    }

    @Test
    default void aVariableThatStandsTwiceInAnUpdateMovesTwice() {
        Variable w = engine().variable(Shape.of(2), 1, 2);
        w.sum().backward();

        engine().update(DESCENT, List.of(w, w), List.of(List.of(), List.of()), 0.25);

        Close.assertSame("value", new double[] {0.5, 1.5}, w.data());
    }

    @Test
    default void anUpdateOfSeveralVariablesMakesEarlierRecordingsStale() {
        Variable w = engine().variable(Shape.of(2), 1, 2);
        Variable b = engine().variable(3);
        Value before = w.mul(b).sum();
        before.backward();

        engine().update(DESCENT, List.of(b), List.of(List.of()), 0.5);

        assertThrows(StaleValueException.class, before::backward);
        Close.assertSame("value", 1.5, b.item());
    }

    @Test
    default void anUpdateOfSeveralVariablesThatDoNotFitIsRefusedAndNothingMoves() {
        Variable w = engine().variable(Shape.of(2), 1, 2);
        Variable state = engine().variable(Shape.of(2), 0, 0);
        Variable longer = engine().variable(Shape.of(3), 0, 0, 0);
        w.sum().backward();

        ArityException missing =
                assertThrows(ArityException.class, () -> engine().update(DESCENT, List.of(w), List.of(), 0.1));
        ArityException uneven = assertThrows(
                ArityException.class,
                () -> engine().update(DESCENT, List.of(w, state), List.of(List.of(), List.of(w)), 0.1));
        ShapeException shape = assertThrows(
                ShapeException.class,
                () -> engine().update(MOMENTUM, List.of(w, longer), List.of(List.of(state), List.of(state)), 0.1, 0.9));

        assertEquals(
                "update: states are needed for each variable: there are 1 variables, got states for 0",
                missing.getMessage());
        assertEquals(
                "update: each variable must have as many states as the others: the first has 0, variable 1 has 1",
                uneven.getMessage());
        assertEquals("update: shapes differ: the variable has [3], a state [2]", shape.getMessage());
        Close.assertSame("as before", new double[] {1, 2}, w.data());
    }

    @Test
    default void anUpdateMakesEarlierRecordingsStaleAndRecordsNothing() {
        Variable w = engine().variable(3);
        Value before = w.mul(w);
        before.backward();

        engine().update(DESCENT, w, List.of(), 0.5);

        assertThrows(StaleValueException.class, before::backward);
        assertEquals(List.of(), w.operands());
        w.zeroGrad();
        w.mul(2).backward();
        Close.assertSame("gradient", 2, w.grad().item());
        Close.assertSame("value", 0, w.item());
    }

    @Test
    default void anUpdateInsideAScopeOutlivesIt() {
        Variable w = engine().variable(Shape.of(2), 1, 2);
        try (Scope scope = engine().scope()) {
            w.mul(3).sum().backward();
            engine().update(DESCENT, w, List.of(), 1);
        }

        Close.assertSame("value", new double[] {-2, -1}, w.data());
    }

    @Test
    default void anUpdateOfAnotherEnginesVariableIsRefused() {
        try (Engine other = open()) {
            Variable foreign = other.variable(3);

            assertThrows(ForeignValueException.class, () -> engine().update(DESCENT, foreign, List.of(), 1));

            Close.assertSame("it stays as it was", 3, foreign.item());
        }
    }

    @Test
    default void aRuleMayRememberWhatItWasGiven() {
        Variable w = engine().variable(Shape.of(2), 1, 2);
        Variable before = engine().variable(Shape.of(2), 0, 0);

        engine().update((x, g, s, k) -> new Value[] {x.mul(k[0]), x}, w, List.of(before), 3);

        Close.assertSame("moved", new double[] {3, 6}, w.data());
        Close.assertSame("remembered", new double[] {1, 2}, before.data());
    }

    /** All results are computed from the old numbers, and states are set after the variable. */
    @Test
    default void aVariableThatIsItsOwnStateBecomesTheState() {
        Variable w = engine().variable(Shape.of(3), 1, 2, 4);
        w.sum().backward();

        engine().update(MOMENTUM, w, List.of(w), 0.25, 0.5);

        Close.assertSame("0.5 w + 1", new double[] {1.5, 2, 3}, w.data());
    }

    @Test
    default void aStateOfAnotherShapeIsRefusedAndNothingMoves() {
        Variable w = engine().variable(Shape.of(2), 1, 2);
        Variable state = engine().variable(Shape.of(3), 0, 0, 0);

        ShapeException refused =
                assertThrows(ShapeException.class, () -> engine().update(MOMENTUM, w, List.of(state), 0.1, 0.9));

        assertEquals("update: shapes differ: the variable has [2], a state [3]", refused.getMessage());
        Close.assertSame("as before", new double[] {1, 2}, w.data());
    }

    @Test
    default void aRuleThatForgetsAStateIsRefusedAndNothingMoves() {
        Variable w = engine().variable(Shape.of(2), 1, 2);
        Variable state = engine().variable(Shape.of(2), 0, 0);

        ArityException refused =
                assertThrows(ArityException.class, () -> engine().update(DESCENT, w, List.of(state), 0.1));

        assertEquals(
                "update: wrong number of results: the rule must give the variable and 1 states anew, got 1 values",
                refused.getMessage());
        Close.assertSame("as before", new double[] {1, 2}, w.data());
    }
}
