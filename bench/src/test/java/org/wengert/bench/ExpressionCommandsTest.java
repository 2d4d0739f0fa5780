package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Value;
import org.wengert.bench.picture.Raster;
import org.wengert.draw.Drawing;

class ExpressionCommandsTest {
    private static final String NEURON = "tanh(x1*w1 + x2*w2 + b)";
    private static final String AT = "x1=2,x2=0,w1=-3,w2=1,b=6.8813735870195432";

    @TempDir
    Path folder;

    @Test
    void graphShowsTheValueAndAllGradients() {
        Wengert run = Wengert.run("graph", "(a*b + c)*f", "--set", "a=2,b=-3,c=10,f=-2", "--engine", "scalar");

        assertEquals("", run.err());
        assertEquals("""
                Value
                  -8.0

                Gradients
                  name  value  gradient
                  a     2.0    6.0
                  b     -3.0   -4.0
                  c     10.0   -2.0
                  f     -2.0   4.0
                """, run.out());
        assertEquals(0, run.exitCode());
    }

    @Test
    void anExpressionWithoutNamesIsACalculator() {
        assertEquals("Value\n  7.0\n", Wengert.run("graph", "1 + 2*3").out());
        assertEquals("Value\n  -1.0\n", Wengert.run("graph", "--", "-1").out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "tape"})
    void graphDrawsTheNeuronAlikeOnEachEngine(String engine) throws IOException {
        Path svg = folder.resolve("neuron.svg");
        Path dot = folder.resolve("neuron.dot");

        Wengert run = Wengert.run(
                "graph", NEURON, "--set", AT, "--svg", svg.toString(), "--dot", dot.toString(), "--engine", engine);

        assertEquals("", run.err());
        assertEquals(0, run.exitCode());
        try (Engine scalar = Engines.open("scalar")) {
            Drawing drawing = Drawing.of(neuron(scalar));
            assertEquals(drawing.dot(), Files.readString(dot));
            assertEquals(drawing.svg(), Files.readString(svg));
        }
    }

    private static Value neuron(Engine engine) {
        Value x1 = engine.variable(2).label("x1");
        Value w1 = engine.variable(-3).label("w1");
        Value x2 = engine.variable(0).label("x2");
        Value w2 = engine.variable(1).label("w2");
        Value sum = x1.mul(w1).label("x1*w1").add(x2.mul(w2).label("x2*w2")).label("x1*w1 + x2*w2");
        Value n = sum.add(engine.variable(6.8813735870195432).label("b")).label("x1*w1 + x2*w2 + b");
        Value o = n.tanh().label(NEURON);
        o.backward();
        return o;
    }

    @Test
    void graphDrawsPixelsOfTheSamePicture() throws IOException {
        Path svg = folder.resolve("x.svg");
        Path png = folder.resolve("x.png");

        Wengert run = Wengert.run("graph", "x*y", "--set", "x=1,y=2", "--png", png.toString(), "--svg", svg.toString());

        assertEquals(0, run.exitCode(), run.err());
        assertArrayEquals(Raster.png(Files.readString(svg)), Files.readAllBytes(png));
    }

    @Test
    void graphSetsOffAPathAndColours() throws IOException {
        Path svg = folder.resolve("x.svg");

        Wengert run = Wengert.run("graph", "x*y", "--set", "x=1,y=2", "--path", "x", "--heat", "--svg", svg.toString());

        assertEquals(0, run.exitCode(), run.err());
        String picture = Files.readString(svg);
        assertTrue(picture.contains("class=\"value path\""), picture);
        assertTrue(picture.contains("class=\"heat\""), picture);
    }

    @Test
    void explainShowsPathsAndTheVerdict() throws IOException {
        Path svg = folder.resolve("x.svg");

        Wengert run = Wengert.run(
                "explain",
                "relu(x*w) + x*0.5",
                "--set",
                "x=2,w=-3",
                "--of",
                "w",
                "--svg",
                svg.toString(),
                "--engine",
                "tape");

        assertEquals("", run.err());
        assertEquals("""
                d (relu(x*w) + x*0.5) / d w = 0, the sum over 1 path
                  0 = w -[* 2]-> x*w -[relu 0]-> relu(x*w) -[+ 1]-> relu(x*w) + x*0.5
                it is zero: dead relu at relu(x*w): its input is -6 and its slope 0
                """, run.out());
        assertTrue(Files.readString(svg).contains("class=\"value path\""));
    }

    @Test
    void explainShowsAsManyPathsAsAskedFor() {
        Wengert run = Wengert.run("explain", "x*x*x", "--set", "x=2", "--of", "x", "--limit", "1");

        assertEquals("""
                d (x*x*x) / d x = 12, the sum over 3 paths
                  4 = x -[* 2]-> x*x -[* 2]-> x*x*x
                  8 from 2 paths more
                """, run.out());
    }

    @Test
    void aFaultIsMarkedByACaret() {
        assertRefused("graph", """
                wengert graph: there is no function 'tahn'; did you mean 'tanh'?
                  1 + tahn(x)
                      ^
                """, "graph", "1 + tahn(x)", "--set", "x=1");
        assertRefused("graph", """
                wengert graph: --set: the expression has no 'x2'; did you mean 'x1'?
                  x1=1,x2=2
                       ^
                """, "graph", "x1*3", "--set", "x1=1,x2=2");
        assertRefused("explain", """
                wengert explain: --set: not a number: 'one'
                  x=one
                    ^
                """, "explain", "x", "--set", "x=one", "--of", "x");
    }

    @Test
    void aNameThatTheExpressionDoesNotHaveIsRefused() {
        assertRefused(
                "graph",
                "wengert graph: --path: there is no 'w': known are x, y\n",
                "graph",
                "x*y",
                "--set",
                "x=1,y=1",
                "--path",
                "w");
        assertRefused(
                "explain",
                "wengert explain: --of: there is no 'x2': known are x1; did you mean 'x1'?\n",
                "explain",
                "x1",
                "--set",
                "x1=1",
                "--of",
                "x2");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertRefused(
                "explain", "wengert explain: Missing required option: '--of=NAME'\n", "explain", "x", "--set", "x=1");
        assertRefused(
                "graph",
                "wengert graph: engine: no engine is named 'tpe' (explicit choice): found scalar, tape; did you mean 'tape'?\n",
                "graph",
                "1",
                "--engine",
                "tpe");
    }

    private static void assertRefused(String command, String message, String... arguments) {
        Wengert run = Wengert.run(arguments);

        assertEquals(message + "Try 'wengert " + command + " --help'.\n", run.err());
        assertEquals("", run.out());
        assertEquals(2, run.exitCode());
    }

    @Test
    void whatIsNoExpressionIsSaidBeforeWhatHasNoNumber() {
        String[] lines = Wengert.run("graph", "(a*b + c", "--set", "a=2").err().split("\n");

        assertTrue(lines[0].contains(")"), lines[0]);
        assertTrue(Wengert.run("graph", "tahn(a)").err().contains("did you mean 'tanh'"));
    }

    @Test
    void aPictureThatCannotBeWrittenIsRefusedBeforeAllElse() {
        Path nowhere = folder.resolve("nowhere").resolve("x.svg");

        Wengert run = Wengert.run("graph", "1 + 1", "--svg", nowhere.toString());

        assertEquals(2, run.exitCode());
        assertEquals("", run.out());
        assertTrue(
                run.err()
                        .startsWith("wengert graph: --svg: cannot write " + nowhere + ": there is no folder "
                                + nowhere.getParent() + "\n"),
                run.err());
    }
}
