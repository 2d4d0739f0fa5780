package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.draw.Drawing;
import org.wengert.explain.Explanation;

/** Drawings and explanations are the same text on every engine. */
class DrawingsAgreeTest {
    private static String network(Engine engine) {
        Random random = new Random(3);
        Variable x = engine.variable(Shape.of(4, 3), random.doubles(12).toArray());
        Variable w = engine.variable(Shape.of(3, 2), random.doubles(6).toArray());
        Value y = x.label("x").matmul(w.label("w"), false, false).tanh();
        Value loss = y.sum().label("loss");
        loss.backward();
        Drawing drawing = Drawing.of(loss).path(w).heat();
        Drawing folded = drawing.fold("layer", y, x);
        return drawing.dot() + drawing.svg() + folded.dot() + folded.svg();
    }

    private static String numbers(Engine engine) {
        Value x = engine.variable(0.5).label("x");
        Value y = engine.variable(-2).label("y");
        Value loss = x.mul(y).add(x.exp()).mul(x.sub(y).sigmoid()).label("loss");
        loss.backward();
        return Drawing.of(loss).path(x).svg() + Explanation.of(loss, x);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void g6TheTapeDrawsAndExplainsAsTheClosureGraphDoes(String kernels) {
        try (Engine scalar = Engines.open("scalar");
                Engine tape = Engines.open("tape", Map.of("wengert.tape.kernels", kernels))) {
            assertEquals(network(scalar), network(tape));
            assertEquals(numbers(scalar), numbers(tape));
        }
    }

    @Test
    void whatStandsInAScopeIsDrawnThere() {
        try (Engine tape = Engines.open("tape");
                Scope scope = tape.scope()) {
            assertEquals(numbers(tape), numbers(tape));
        }
    }
}
