package org.wengert.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

class DotTest {
    @Test
    void g1AnExpressionIsDrawnFromLeftToRight() {
        try (Engine engine = Graphs.open()) {
            assertEquals("""
                    digraph wengert {
                      rankdir=LR;
                      node [fontname="monospace"];
                      n0 [shape=record, label="{ L | data -8.0000 | grad 1.0000 }"];
                      n1 [label="*"];
                      n2 [shape=record, label="{ d | data 4.0000 | grad -2.0000 }"];
                      n3 [label="+"];
                      n4 [shape=record, label="{ f | data -2.0000 | grad 4.0000 }"];
                      n5 [shape=record, label="{ e | data -6.0000 | grad -2.0000 }"];
                      n6 [label="*"];
                      n7 [shape=record, label="{ c | data 10.0000 | grad -2.0000 }"];
                      n8 [shape=record, label="{ a | data 2.0000 | grad 6.0000 }"];
                      n9 [shape=record, label="{ b | data -3.0000 | grad -4.0000 }"];
                      n1 -> n0;
                      n2 -> n1;
                      n4 -> n1;
                      n3 -> n2;
                      n5 -> n3;
                      n7 -> n3;
                      n6 -> n5;
                      n8 -> n6;
                      n9 -> n6;
                    }
                    """, Drawing.of(Graphs.expression(engine)).dot());
        }
    }

    @Test
    void g2ANeuronHasTenValuesAndFiveOperations() {
        try (Engine engine = Graphs.open()) {
            DotFile dot = new DotFile(Drawing.of(Graphs.neuron(engine)).dot());

            assertEquals(10, dot.values().size());
            assertEquals(List.of("tanh", "+", "+", "*", "*"), dot.operations());
            assertEquals(14, dot.edges.size());
            assertEquals(
                    List.of("o", "data 0.7071", "grad 1.0000"), dot.values().get(0));
            assertTrue(dot.values().contains(List.of("x1", "data 2.0000", "grad -1.5000")));
            assertTrue(dot.values().contains(List.of("w2", "data 1.0000", "grad 0.0000")));
        }
    }

    @Test
    void g3AnOperandThatIsReadTwiceHasTwoLines() {
        try (Engine engine = Graphs.open()) {
            Variable x = engine.variable(3);
            for (Value twice : List.of(x.mul(x), x.add(x))) {
                DotFile dot = new DotFile(Drawing.of(twice).dot());

                assertEquals(2, Collections.frequency(dot.edges, new DotFile.Edge("n2", "n1", false)));
                assertEquals(2, dot.values().size());
            }
        }
    }

    @Test
    void g4BeforeBackwardGradientsAreZero() {
        try (Engine engine = Graphs.open()) {
            Value y = engine.variable(3).label("x").mul(2);

            DotFile dot = new DotFile(Drawing.of(y).dot());

            assertEquals(
                    List.of(
                            List.of("data 6.0000", "grad 0.0000"),
                            List.of("x", "data 3.0000", "grad 0.0000"),
                            List.of("data 2.0000", "grad 0.0000")),
                    dot.values());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a|b",
                "{",
                "}",
                "{a} | <b>",
                "<port>",
                "\"quoted\"",
                "\\",
                "a\\",
                "\\N\\l",
                "two\nlines",
                "&lt;",
                "'",
                "\u00e9\u4e16\uD83D\uDE00",
                "\"];\n n9 -> n0; /*",
                "%s%n"
            })
    void g5LabelsAreReadAsTheyWereGiven(String label) {
        try (Engine engine = Graphs.open()) {
            DotFile dot = new DotFile(
                    Drawing.of(engine.variable(3).label(label).relu()).dot());

            assertEquals(label, dot.values().get(1).get(0));
            assertEquals(2, dot.edges.size());
        }
    }

    @Test
    void whatNoFileCanHoldInALabelBecomesSpace() {
        try (Engine engine = Graphs.open()) {
            String dot =
                    Drawing.of(engine.variable(3).label("a\uD83Db\u0000c\rd")).dot();

            assertEquals("a b c d", new DotFile(dot).values().get(0).get(0));
            assertEquals(dot, new String(dot.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aLongLabelIsCutBetweenCharacters() {
        try (Engine engine = Graphs.open()) {
            String smiles = "\uD83D\uDE00".repeat(41);

            DotFile dot =
                    new DotFile(Drawing.of(engine.variable(3).label(smiles)).dot());

            assertEquals("\uD83D\uDE00".repeat(40) + "…", dot.values().get(0).get(0));
        }
    }

    @Test
    void g8ASmallRectifierShowsDataAndGradients() {
        try (Engine engine = Graphs.open()) {
            Value y = engine.variable(1).label("x").mul(2).add(1).relu();
            y.backward();

            List<List<String>> values = new DotFile(Drawing.of(y).dot()).values();

            assertEquals(List.of("data 3.0000", "grad 1.0000"), values.get(0));
            assertTrue(values.contains(List.of("x", "data 1.0000", "grad 2.0000")));
        }
    }

    @Test
    void arraysShowTheirShapeAndTheFirstThreeNumbers() {
        try (Engine engine = Graphs.open()) {
            Value y = engine.variable(Shape.of(2, 2), 1, 2e9, Double.NaN, 4);

            assertEquals(
                    List.of("[2, 2] data 1.0000 2.0000e+09 NaN …", "grad 0.0000 0.0000 0.0000 …"),
                    new DotFile(Drawing.of(y).dot()).values().get(0));
        }
    }
}
