package org.wengert.tck;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.wengert.Engine;
import org.wengert.tck.random.Expression;
import org.wengert.tck.random.ForwardMode;
import org.wengert.tck.random.Rounding;
import org.wengert.tck.random.Search;

/** Tries properties of a contract's engines on random expressions. */
final class Trials {
    private final EngineContract contract;

    Trials(EngineContract contract) {
        this.contract = contract;
    }

    /**
     * Tries a property, each time with an engine of its own. Expressions that need what the engine has declared absent are
     * left out; where all of them do, the test ends as one that is not asked for.
     */
    void forAll(String property, BiConsumer<Engine, Expression> check) {
        int[] checked = new int[1];
        UnsupportedOperationException[] refusal = new UnsupportedOperationException[1];
        Search.ofSystemProperties().forAll(property, contract.engine().name(), expression -> {
            try (Engine engine = contract.open()) {
                check.accept(engine, expression);
                checked[0]++;
            } catch (UnsupportedOperationException refused) {
                if (!Capability.isRefusal(refused, contract.absent())) {
                    throw refused;
                }
                refusal[0] = refused;
            }
        });
        if (checked[0] == 0 && refusal[0] != null) {
            throw refusal[0];
        }
    }

    /** The derivatives, with bounds for the contract's engines. */
    ForwardMode forwardMode(Expression expression) {
        return ForwardMode.of(expression, Rounding.of(contract.arithmetic()));
    }

    /** How far two gradients of the root by a variable, each an engine's, may lie apart. */
    static double[] apart(ForwardMode mode, int variable) {
        Expression expression = mode.expression();
        return twice(mode.gradientErrors(expression.root(), variable, expression.seed()));
    }

    static double[] twice(double... errors) {
        return Arrays.stream(errors).map(error -> 2 * error).toArray();
    }

    /** Each number within its own bound. */
    void assertWithin(String what, double[] expected, double[] errors, double... actual) {
        for (int i = 0; i < expected.length; i++) {
            Close.Rule rule = contract.tolerances().bounded(errors[i]);
            if (!rule.accepts(expected[i], actual[i])) {
                Close.assertClose(what + ", number " + i + ", bound " + errors[i], rule, expected[i], actual[i]);
            }
        }
    }
}
