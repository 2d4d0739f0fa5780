package org.wengert.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.wengert.Engine;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Unary;

class FoldTest {
    private final Engine engine = Graphs.open();
    private final Variable x = engine.variable(2).label("x");
    private final Variable w = engine.variable(3).label("w");
    private final Value product = x.mul(w).label("product");
    private final Value y = product.tanh().label("y");
    private final Value z = y.add(x).label("z");

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aNeuronIsOneBoxBetweenItsInputsAndItsOutput() {
        Value o = Graphs.neuron(engine);
        Value sum = o.operands().get(0).operands().get(0);
        Value x1 = sum.operands().get(0).operands().get(0);
        Value x2 = sum.operands().get(1).operands().get(0);

        assertEquals("""
                digraph wengert {
                  rankdir=LR;
                  node [fontname="monospace"];
                  n0 [shape=record, label="{ o | data 0.7071 | grad 1.0000 }"];
                  n1 [shape=box, peripheries=2, label="neuron\\n5 operations\\n3 parameters"];
                  n2 [shape=record, label="{ x2 | data 0.0000 | grad 0.5000 }"];
                  n3 [shape=record, label="{ x1 | data 2.0000 | grad -1.5000 }"];
                  n1 -> n0;
                  n2 -> n1;
                  n3 -> n1;
                }
                """, Drawing.of(o).fold("neuron", o, x2, x1).dot());
    }

    @Test
    void withNoInputsABoxHoldsAllThatTheOutputWasMadeOf() {
        DotFile dot = new DotFile(Drawing.of(y).fold("all", y).dot());

        assertEquals(Set.of("y"), labels(dot));
        assertEquals(List.of(List.of("all", "2 operations", "2 parameters")), dot.groups());
    }

    @Test
    void aBoxOfOneOperationWithoutParametersSaysSo() {
        assertEquals(
                List.of(List.of("step", "1 operation")),
                new DotFile(Drawing.of(y).fold("step", y, product).dot()).groups());
    }

    @Test
    void whatOthersReadTooIsDrawnBesideTheBox() {
        DotFile dot = new DotFile(Drawing.of(z).fold("part", y).dot());

        assertEquals(List.of(List.of("part", "2 operations", "1 parameter")), dot.groups());
        assertEquals(Set.of("z", "y", "x"), labels(dot));
        assertEquals(5, dot.edges.size());
    }

    @Test
    void layersFollowEachOther() {
        DotFile dot = new DotFile(Graphs.folded(engine, 3, 4, 2, 1).dot());

        assertEquals(
                List.of(
                        List.of("layer 2", "5 operations", "3 parameters"),
                        List.of("layer 1", "18 operations", "10 parameters"),
                        List.of("layer 0", "28 operations", "16 parameters")),
                dot.groups());
        assertEquals(1 + 2 + 4 + 3, dot.values().size());
        assertEquals(0, dot.operations().size());
        assertEquals(1 + 2 + 2 + 4 + 4 + 3, dot.edges.size());
    }

    @Test
    void anOpenGroupShowsWhatIsThereWithoutTheFold() {
        Drawing whole = Drawing.of(z);
        Picture open = Picture.all(whole.fold("part", y, x).svg()).get(1);

        List<List<String>> expected = new ArrayList<>(List.of(List.of("part", "close")));
        expected.addAll(texts(new Picture(whole.svg())));
        assertEquals(expected, texts(open));
        assertEquals(
                Set.of("part", "product", "w", "tanh", "*"),
                open.boxes.stream()
                        .filter(box -> box.classes().contains("group"))
                        .map(box -> box.texts().get(0).text())
                        .collect(Collectors.toSet()));
    }

    @Test
    void oneGroupIsOpenAtATimeAndEachBoxLeadsToItsOwn() {
        List<Picture> pictures = Picture.all(
                Drawing.of(z).fold("left", product, x).fold("right", y, product).svg());

        assertEquals(List.of("right #open-2", "left #open-1"), links(pictures.get(0)));
        assertEquals(List.of("left #", "right #open-2"), links(pictures.get(1)));
        assertEquals(List.of("right #", "left #open-1"), links(pictures.get(2)));
    }

    @Test
    void aPictureWithoutFoldsHasNothingToOpen() {
        String svg = Drawing.of(z).svg();

        assertFalse(svg.contains("<a ") || svg.contains("<view") || svg.contains("target"));
        assertTrue(svg.contains("role=\"img\""));
        assertFalse(Drawing.of(z).fold("part", y, x).svg().contains("role=\"img\""));
    }

    @Test
    void thePathRunsThroughBoxesToThoseOutputsOnlyThatDependOnTheVariable() {
        Value other = w.exp().label("other");
        Value both = y.mul(other).label("both");
        Drawing drawing = Drawing.of(both).fold("two", List.of(y, other), List.of(x, w));

        assertEquals(Set.of("both", "*", "two", "y", "x"), onPath(drawing.path(x)));
        assertEquals(Set.of("both", "*", "two", "y", "other", "w"), onPath(drawing.path(w)));
        assertEquals(4, edgesOnPath(drawing.path(x)));
        assertEquals(6, edgesOnPath(drawing.path(w)));
    }

    @Test
    void thePathFromWithinABoxBeginsAtIt() {
        Drawing drawing = Drawing.of(z).fold("part", y, x).path(w);

        assertEquals(Set.of("part", "y", "z", "+"), onPath(drawing));
        assertEquals(3, edgesOnPath(drawing));
    }

    @Test
    void aBoxIsAsWarmAsTheWarmestInIt() {
        Value root = x.mul(1000).mul(0.001).label("root");
        root.backward();
        Picture picture =
                new Picture(Drawing.of(root).fold("all", root, x).heat().svg());

        assertEquals("0.45", picture.box("all").heat());
        assertEquals(picture.box("root").heat(), picture.box("x").heat());
    }

    @Test
    void aGradientInABoxThatIsNoNumberStandsOut() {
        Variable zero = engine.variable(0);
        Value root = zero.apply(Unary.SQRT).mul(0).add(x);
        root.backward();
        Drawing drawing = Drawing.of(root).fold("all", root, x).heat();

        assertEquals(
                List.of("group", "wrong", "frame"),
                new Picture(drawing.svg()).box("all").classes());
        assertTrue(drawing.dot().contains("1 parameter\", color=red"));
    }

    @Test
    void aBoxIsOneOperationHoweverManyItHolds() {
        Value chain = x;
        for (int i = 0; i < 100_000; i++) {
            chain = chain.add(1);
        }
        Value root = chain.tanh().label("root");
        Drawing drawing = Drawing.of(root).fold("chain", chain, x);

        DotFile whole = new DotFile(drawing.dot());
        assertEquals(List.of(List.of("chain", "100000 operations")), whole.groups());
        assertEquals(3, whole.values().size());
        assertEquals(0, whole.folded());
        assertEquals(200, values(Picture.all(drawing.svg()).get(1)));
        assertEquals(1, new DotFile(drawing.depth(1).dot()).folded());
        assertEquals(0, new DotFile(drawing.depth(2).dot()).folded());
    }

    @Test
    void aBoxThatIsDrawnGivesAllItsOutputs() {
        Value far = y.exp().label("far");
        Value root = far.mul(product.label("near"));
        Drawing drawing = Drawing.of(root).fold("two", List.of(y, product), List.of(x, w));

        for (int depth = 2; depth < 4; depth++) {
            DotFile dot = new DotFile(drawing.depth(depth).dot());
            assertEquals(1, dot.groups().size());
            assertEquals(0, dot.folded());
            assertEquals(Set.of("", "far", "near", "y", "x", "w"), labels(dot));
        }
    }

    @Test
    void namesAreEscapedAndCut() {
        String name = "<&>\"\\ " + "m".repeat(50);
        Drawing drawing = Drawing.of(y).fold(name, y);

        String cut = name.substring(0, 40) + "…";
        assertEquals(cut, new Picture(drawing.svg()).boxes.get(1).texts().get(0).text());
        assertEquals(name + ": open", new Picture(drawing.svg()).boxes.get(1).tip());
        assertTrue(drawing.dot().contains("label=\"<&amp;>\\\"\\\\ mmm"));
    }

    @Test
    void whatDoesNotLieBetweenIsRefused() {
        Drawing drawing = Drawing.of(z);

        assertRefused("fold 'f': there is no output", () -> drawing.fold("f", List.of(), List.of(x)));
        assertRefused(
                "fold 'f': the drawing does not hold its output the exp of shape []", () -> drawing.fold("f", x.exp()));
        assertRefused(
                "fold 'f': there is no operation between its inputs and its output 'w'", () -> drawing.fold("f", w));
        assertRefused(
                "fold 'f': there is no operation between its inputs and its output 'y'", () -> drawing.fold("f", y, y));
        assertRefused("fold 'f': nothing in it reads its input 'x'", () -> drawing.fold("f", y, product, x));
        assertRefused(
                "fold 'f': nothing in it reads its input the variable of shape []",
                () -> drawing.fold("f", y, engine.variable(1)));
    }

    @Test
    void whatIsReadElsewhereMustBeAnOutput() {
        Value root = y.mul(product).label("root");

        assertRefused(
                "fold 'f': 'product' is read outside of it, by 'root'; make it an output or an input",
                () -> Drawing.of(root).fold("f", y, x));
        assertEquals(
                1,
                new DotFile(Drawing.of(root)
                                .fold("f", List.of(y, product), List.of(x))
                                .dot())
                        .groups()
                        .size());
    }

    @Test
    void groupsThatOverlapAreRefused() {
        assertRefused(
                "fold 'second': it overlaps 'first': both hold 'y'",
                () -> Drawing.of(z).fold("first", y, product).fold("second", z, x, w));
    }

    @Test
    void aBoxThatWouldLeadToItselfIsRefused() {
        Value between = y.exp().label("between");
        Value end = between.mul(x).label("end");

        assertRefused(
                "fold 'f': its output 'y' leads to one of its inputs",
                () -> Drawing.of(end).fold("f", List.of(end, y), List.of(between)));
    }

    @Test
    void twoBoxesThatWouldLeadToEachOtherAreRefused() {
        Value a1 = x.exp().label("a1");
        Value b1 = a1.tanh().label("b1");
        Value b2 = w.exp().label("b2");
        Value a2 = b2.tanh().label("a2");
        Drawing drawing = Drawing.of(b1.mul(a2)).fold("a", List.of(a1, a2), List.of(x, b2));

        assertRefused(
                "fold 'b': its output 'b2' leads to one of its inputs",
                () -> drawing.fold("b", List.of(b1, b2), List.of(a1, w)));
    }

    private static void assertRefused(String message, Executable fold) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, fold).getMessage());
    }

    private static Set<String> labels(DotFile dot) {
        return dot.values().stream()
                .map(fields -> fields.size() > 2 ? fields.get(0) : "")
                .collect(Collectors.toSet());
    }

    private static List<List<String>> texts(Picture picture) {
        return picture.boxes.stream()
                .map(box -> box.texts().stream().map(Picture.Text::text).toList())
                .toList();
    }

    private static List<String> links(Picture picture) {
        return picture.boxes.stream()
                .filter(box -> !box.link().isEmpty())
                .map(box -> box.texts().get(0).text() + " " + box.link())
                .toList();
    }

    private static Set<String> onPath(Drawing drawing) {
        return new Picture(drawing.svg())
                .boxes.stream()
                        .filter(box -> box.classes().contains("path"))
                        .map(box -> box.texts().get(0).text())
                        .collect(Collectors.toSet());
    }

    private static long edgesOnPath(Drawing drawing) {
        return new DotFile(drawing.dot())
                .edges.stream().filter(DotFile.Edge::onPath).count();
    }

    private static long values(Picture picture) {
        return picture.boxes.stream().filter(box -> box.tip().contains("data ")).count();
    }
}
