package org.wengert.tck;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.tck.random.ForwardMode;
import org.wengert.tck.random.Recording;
import org.wengert.tck.random.Rewriting;

/** What leaves the numbers of random expressions as they are. */
@Proves(Level.DETERMINISM)
public interface UnchangedContract extends EngineContract {
    private Trials trials() {
        return new Trials(this);
    }

    private static void assertSame(String what, List<double[]> expected, List<double[]> actual) {
        for (int k = 0; k < expected.size(); k++) {
            Close.assertSame(what + " " + k, expected.get(k), actual.get(k));
        }
    }

    @Test
    default void theOrderOfRecordingChangesNoValueAndNoGradient() {
        trials().forAll("order of recording", (engine, expression) -> {
            ForwardMode mode = trials().forwardMode(expression);
            Rewriting other = Rewriting.reordered(expression, new Random(7));
            Recording recording = Recording.of(engine, expression).backward();
            Recording reordered = Recording.of(engine, other.expression()).backward();

            for (int v = 0; v < expression.nodes().size(); v++) {
                Value value = recording.value(v);
                Value moved = reordered.value(other.places()[v]);
                Close.assertSame("value v" + v, value.data(), moved.data());
                if (expression.nodes().get(v).variable()) {
                    double[] expected = value.grad().data();
                    double[] actual = moved.grad().data();
                    trials().assertWithin("gradient of v" + v, expected, Trials.apart(mode, v), actual);
                }
            }
        });
    }

    @Test
    default void labelsChangeNoBit() {
        trials().forAll("labels", (engine, expression) -> {
            List<double[]> plain = Recording.of(engine, expression).backward().gradients();
            Recording labelled = Recording.of(engine, expression);
            for (int v = 0; v < expression.nodes().size(); v++) {
                labelled.value(v).label("value " + v % 3);
            }

            assertSame("gradient", plain, labelled.backward().gradients());
        });
    }

    @Test
    default void nestedScopesChangeNoBit() {
        trials().forAll("nested scopes", (engine, expression) -> {
            List<double[]> plain = Recording.of(engine, expression).backward().gradients();
            try (Scope outer = engine.scope()) {
                Recording nested = Recording.inScopes(engine, expression);

                assertSame("gradient", plain, nested.backward().gradients());
            }
        });
    }

    @Test
    default void aSecondBackwardGivesTheSameBitsAndAddsThemUp() {
        trials().forAll("second backward", (engine, expression) -> {
            ForwardMode mode = trials().forwardMode(expression);
            Recording recording = Recording.of(engine, expression).backward();
            List<double[]> once = recording.gradients();
            List<double[]> inside = recording.operationGradients();

            List<double[]> added = recording.backward().gradients();
            for (int k = 0; k < once.size(); k++) {
                int v = expression.variables().get(k);
                double[] expected = Trials.twice(once.get(k));
                // Not to the bit: an engine may add each share of a sweep to the sum of the sweeps before.
                trials().assertWithin("added gradient of v" + v, expected, Trials.apart(mode, v), added.get(k));
            }
            assertSame("gradient of value", inside, recording.operationGradients());
            recording.zero();
            assertSame("gradient", once, recording.backward().gradients());
        });
    }

    @Test
    default void inferenceGivesTheValuesOfRecording() {
        trials().forAll("inference", (engine, expression) -> {
            Recording recording = Recording.of(engine, expression);
            try (Scope inference = engine.inference()) {
                Recording inferred = Recording.of(engine, expression);

                for (int v = 0; v < expression.nodes().size(); v++) {
                    double[] expected = recording.value(v).data();
                    Close.assertSame("value v" + v, expected, inferred.value(v).data());
                }
            }
        });
    }
}
