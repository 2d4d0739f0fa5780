package org.wengert.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ClosedScopeException;
import org.wengert.op.Unary;

class DrawingTest {
    private static final int MANY = 100_000;

    @Test
    void g7AHundredThousandOperationsAreFoldedUnlessAskedFor() {
        try (Engine engine = Graphs.open()) {
            Value root = Graphs.chain(engine, MANY);
            DotFile few = new DotFile(Drawing.of(root).dot());

            assertEquals(200, few.values().size());
            assertEquals(1, few.folded());
            assertEquals(200, values(Drawing.of(root)));
        }
    }

    @Test
    void g7AHundredThousandOperationsCanBeDrawnWhole() {
        try (Engine engine = Graphs.open()) {
            Value root = Graphs.chain(engine, MANY);

            String dot = Drawing.of(root).limit(Integer.MAX_VALUE).dot();

            assertEquals(
                    MANY, dot.lines().filter(line -> line.contains(" [label=")).count());
            assertFalse(dot.contains("…"));
        }
    }

    @Test
    void aPictureOfManyOperationsTakesNoStackAndNoSquareOfTheirNumber() {
        try (Engine engine = Graphs.open()) {
            int operations = 3_000;
            Value root = Graphs.chain(engine, operations);

            String svg = Drawing.of(root).limit(Integer.MAX_VALUE).path(root).svg();

            assertEquals(
                    operations,
                    svg.lines()
                            .filter(line -> line.startsWith("<rect class=\"operation"))
                            .count());
            assertTrue(svg.length() < 2000 * operations, () -> svg.length() + " characters");
        }
    }

    @Test
    void whatIsFartherThanTheDepthIsFolded() {
        try (Engine engine = Graphs.open()) {
            Value root = Graphs.expression(engine);

            assertEquals(Set.of("L", "…"), firstTexts(Drawing.of(root).depth(0)));
            assertEquals(
                    Set.of("L", "*", "d", "f", "…"), firstTexts(Drawing.of(root).depth(1)));
            assertEquals(
                    Set.of("L", "*", "d", "f", "+", "e", "c", "…"),
                    firstTexts(Drawing.of(root).depth(2)));
            assertEquals(
                    firstTexts(Drawing.of(root)), firstTexts(Drawing.of(root).depth(3)));
            assertEquals(
                    "mul of what is not drawn",
                    picture(Drawing.of(root).depth(0)).box("…").tip());
        }
    }

    @Test
    void noOperationIsDrawnWithHalfOfItsOperands() {
        try (Engine engine = Graphs.open()) {
            Value root = Graphs.expression(engine);

            assertEquals(1, values(Drawing.of(root).limit(2)));
            assertEquals(3, values(Drawing.of(root).limit(3)));
            assertEquals(3, values(Drawing.of(root).limit(4)));
            assertEquals(7, values(Drawing.of(root).limit(7)));
        }
    }

    @Test
    void thePathIsAllThatLeadsFromTheVariableToTheRoot() {
        try (Engine engine = Graphs.open()) {
            Value root = Graphs.expression(engine);
            Value e = root.operands().get(0).operands().get(0);
            Drawing drawing = Drawing.of(root).path(e.operands().get(0));

            assertEquals(Set.of("a", "e", "d", "L", "*", "+"), onPath(drawing));
            assertEquals(
                    6,
                    picture(drawing).ways.stream()
                            .filter(Picture.Way::onPath)
                            .filter(DrawingTest::arrives)
                            .count());
            assertEquals(
                    List.of("n1 n0", "n2 n1", "n3 n2", "n5 n3", "n6 n5", "n8 n6"),
                    new DotFile(drawing.dot())
                            .edges.stream()
                                    .filter(DotFile.Edge::onPath)
                                    .map(edge -> edge.from() + " " + edge.to())
                                    .toList());
        }
    }

    /** Ways that end at the left of a box: the others are the parts that lines share. */
    private static boolean arrives(Picture.Way way) {
        List<Picture.Point> points = way.points();
        return points.get(0).x() < points.get(points.size() - 1).x() && points.size() > 65;
    }

    @Test
    void theRootAloneIsThePathFromItselfAndOfAStrangerThereIsNone() {
        try (Engine engine = Graphs.open()) {
            Value root = Graphs.expression(engine);

            assertEquals(Set.of("L"), onPath(Drawing.of(root).path(root)));
            assertEquals(Set.of(), onPath(Drawing.of(root).path(engine.variable(1))));
        }
    }

    @Test
    void theWarmestHasTheLargestGradientAndZeroIsCold() {
        try (Engine engine = Graphs.open()) {
            Variable small = engine.variable(1);
            Variable dead = engine.variable(-1);
            Value root = engine.variable(1)
                    .label("large")
                    .mul(1000)
                    .add(small.label("small"))
                    .add(dead.label("dead").relu());
            root.backward();
            Picture picture = picture(Drawing.of(root).heat());

            assertEquals("0.45", picture.box("large").heat());
            assertEquals("0.05", picture.box("small").heat());
            assertEquals("", picture.box("dead").heat());
            assertEquals("", picture(Drawing.of(root)).box("large").heat());
            assertTrue(Drawing.of(root).heat().dot().contains("fillcolor=\"0.07 0.500 1.0\""));
        }
    }

    @Test
    void aGradientThatIsNoNumberStandsOut() {
        try (Engine engine = Graphs.open()) {
            Value root = engine.variable(0)
                    .label("x")
                    .apply(Unary.SQRT)
                    .mul(0)
                    .add(engine.variable(1).label("y"));
            root.backward();
            Drawing drawing = Drawing.of(root).heat();

            assertEquals(List.of("value", "wrong"), picture(drawing).box("x").classes());
            assertEquals(List.of("value", "heat"), picture(drawing).box("y").classes());
            assertTrue(drawing.dot().contains("{ x | data 0.0000 | grad NaN }\", color=red"));
        }
    }

    @Test
    void anSvgPictureHoldsAnyLabel() {
        try (Engine engine = Graphs.open()) {
            Value x = engine.variable(1).label("</text>&\"'\u0000<b>\uD83D\uFFFE\uD83D\uDE00");

            assertEquals(
                    "</text>&\"' <b>  \uD83D\uDE00",
                    picture(Drawing.of(x)).boxes.get(0).texts().get(0).text());
        }
    }

    @Test
    void tipsTellWhatTheBoxLeavesOut() {
        try (Engine engine = Graphs.open()) {
            Value x = engine.variable(1 / 3.0).label("a label that is longer than the forty characters that fit");

            assertEquals(
                    "a label that is longer than the forty characters that fit: data 0.3333333333, grad 0.000000000",
                    picture(Drawing.of(x)).boxes.get(0).tip());
            assertEquals("tanh", picture(Drawing.of(x.tanh())).box("tanh").tip());
            assertEquals("Graph of 2 values, results on the right", picture(Drawing.of(x.tanh())).title);
        }
    }

    @Test
    void optionsLeaveTheDrawingAsItWas() {
        try (Engine engine = Graphs.open()) {
            Value root = Graphs.expression(engine);
            Drawing drawing = Drawing.of(root);
            String before = drawing.svg();

            List.<Supplier<Drawing>>of(
                            () -> drawing.depth(1),
                            () -> drawing.limit(1),
                            () -> drawing.path(root),
                            drawing::heat,
                            () -> drawing.fold("all", root))
                    .forEach(option -> assertFalse(option.get().svg().equals(before)));
            assertEquals(before, drawing.svg());
        }
    }

    @Test
    void anOptionThatMakesNoSenseIsRefused() {
        try (Engine engine = Graphs.open()) {
            Drawing drawing = Drawing.of(engine.variable(1));

            assertEquals(
                    "drawing: the depth must be 0 or more: got -1",
                    assertThrows(IllegalArgumentException.class, () -> drawing.depth(-1))
                            .getMessage());
            assertEquals(
                    "drawing: the limit must be 1 or more: got 0",
                    assertThrows(IllegalArgumentException.class, () -> drawing.limit(0))
                            .getMessage());
        }
    }

    @Test
    void whatIsOverCannotBeDrawn() {
        try (Engine engine = Graphs.open()) {
            Drawing drawing;
            try (Scope scope = engine.scope()) {
                drawing = Drawing.of(engine.constant(1).relu());
            }

            assertThrows(ClosedScopeException.class, drawing::svg);
        }
    }

    private static Picture picture(Drawing drawing) {
        return new Picture(drawing.svg());
    }

    private static long values(Drawing drawing) {
        return picture(drawing).boxes.stream()
                .filter(box -> box.classes().contains("value"))
                .count();
    }

    private static Set<String> firstTexts(Drawing drawing) {
        return picture(drawing).boxes.stream()
                .map(box -> box.texts().get(0).text())
                .collect(Collectors.toSet());
    }

    private static Set<String> onPath(Drawing drawing) {
        return picture(drawing).boxes.stream()
                .filter(box -> box.classes().contains("path"))
                .map(box -> box.texts().get(0).text())
                .collect(Collectors.toSet());
    }
}
