package org.wengert.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wengert.Configuration;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.draw.Drawing;
import org.wengert.error.ForeignValueException;
import org.wengert.error.NotScalarException;
import org.wengert.error.WengertException;
import org.wengert.tck.example.ListEngineProvider;

class ExplanationTest {
    private final Engine engine = open();

    private static Engine open() {
        return Engines.open(new ListEngineProvider(), Configuration.ofProcess());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Value variable(String label, double number) {
        return engine.variable(number).label(label);
    }

    @Test
    void anExplanationShowsEachPathWithItsSlopes() {
        Value a = variable("a", 2);
        Value e = a.mul(variable("b", -3)).label("e");
        Value loss = e.add(10).mul(variable("f", -2)).label("L");

        assertEquals("""
                d L / d a = 6, the sum over 1 path
                  6 = a -[* -3]-> e -[+ 1]-> 4 -[* -2]-> L""", Explanation.of(loss, a).toString());
    }

    @Test
    void anOperandThatIsReadTwiceHasTwoPaths() {
        Value x = variable("x", 3);

        assertEquals("""
                d 9 / d x = 6, the sum over 2 paths
                  3 = x -[* 3]-> 9
                  3 = x -[* 3]-> 9""", Explanation.of(x.mul(x), x).toString());
    }

    @Test
    void whatIsBeyondTheLimitIsAddedUp() {
        Value x = variable("x", 2);
        Value loss = x.mul(5).sub(x.mul(7)).add(x).label("L");

        assertEquals("""
                d L / d x = -1, the sum over 3 paths
                  -7 = x -[* 7]-> 14 -[- -1]-> -4 -[+ 1]-> L
                  5 = x -[* 5]-> 10 -[- 1]-> -4 -[+ 1]-> L
                  1 from 1 path more""", Explanation.of(loss, x).limit(2).toString());
    }

    @Test
    void aLongPathIsCutInItsMiddle() {
        Value x = variable("x", 1);
        Value y = x;
        for (int i = 0; i < 20; i++) {
            y = y.neg();
        }

        String path = Explanation.of(y, x).toString().lines().toList().get(1);

        assertEquals(
                "  1 = x" + " -[- -1]-> -1 -[- -1]-> 1".repeat(3) + " ... 8 more ..."
                        + " -[- -1]-> -1 -[- -1]-> 1".repeat(3),
                path);
    }

    @Test
    void exponentiallyManyPathsAreCountedAndTheLargestFound() {
        Value x = variable("x", 1);
        Value y = x;
        for (int i = 0; i < 200; i++) {
            y = y.add(y.mul(2));
        }

        Explanation explanation = Explanation.of(y, x).limit(3);

        assertEquals(BigInteger.TWO.pow(200), explanation.count());
        assertEquals(Math.pow(3, 200), explanation.gradient(), 1e-12 * Math.pow(3, 200));
        assertEquals(
                List.of(Math.pow(2, 200), Math.pow(2, 199), Math.pow(2, 199)),
                explanation.paths().stream().map(GradientPath::product).toList());
        assertTrue(explanation.toString().contains("the sum over 1.61E+60 paths\n"), explanation::toString);
    }

    @Test
    void amongEqualPathsTenAreFoundWithoutTryingAll() {
        Value x = variable("x", 1);
        Value y = x;
        for (int i = 0; i < 200; i++) {
            y = y.mul(0.7).add(y.mul(0.7));
        }

        List<GradientPath> paths = Explanation.of(y, x).paths();

        assertEquals(10, paths.stream().map(GradientPath::factors).distinct().count());
        assertEquals(Math.pow(0.7, 200), paths.get(9).product(), 1e-12 * Math.pow(0.7, 200));
    }

    @Test
    void depthCostsNoStack() {
        Value x = variable("x", 1);
        Value y = x;
        for (int i = 0; i < 100_000; i++) {
            y = y.neg();
        }

        assertEquals(1, Explanation.of(y, x).paths().get(0).product());
    }

    @Test
    void theLossItselfHasOnePathOfNoSteps() {
        Value x = variable("x", 3);

        assertEquals(
                "d x / d x = 1, the sum over 1 path\n  1 = x",
                Explanation.of(x, x).toString());
        assertEquals(Optional.empty(), Explanation.of(x, x).verdict());
    }

    @Test
    void aValueBetweenCanBeExplainedToo() {
        Value h = variable("x", 3).mul(2).label("h");

        assertEquals(12, Explanation.of(h.mul(h), h).gradient());
    }

    @Test
    void whatIsNeverUsedIsSaidToBe() {
        Value x = variable("x", 3);

        assertVerdict(
                Verdict.Kind.UNUSED,
                "it is zero: x is never used in making L",
                variable("y", 1).mul(2).label("L"),
                x);
        assertEquals(
                "d L / d x = 0, the sum over 0 paths\nit is zero: x is never used in making L",
                Explanation.of(variable("L", 1), x).toString());
    }

    @Test
    void aConstantThatHoldsTheNumberCutsThePath() {
        Value x = variable("x", 3);

        assertVerdict(
                Verdict.Kind.CUT,
                "it is zero: cut by a constant, which holds the number of x but not where it came from",
                engine.constant(x.item()).mul(variable("w", 1)),
                x);
    }

    @Test
    void aDeadReluIsNamed() {
        Value x = variable("x", -1.5);

        assertVerdict(
                Verdict.Kind.ZERO_SLOPE,
                "it is zero: dead relu at h: its input is -1.5 and its slope 0",
                x.relu().label("h").mul(2),
                x);
    }

    @Test
    void aProductWithZeroIsNamed() {
        Value x = variable("x", 5);

        assertVerdict(
                Verdict.Kind.ZERO_SLOPE,
                "it is zero: product with 0 at p: its input is 5 and its slope 0",
                x.mul(variable("w", 0)).label("p").tanh(),
                x);
    }

    @Test
    void whatIsHeldByAClampIsNamed() {
        Value x = variable("x", 5);

        assertVerdict(
                Verdict.Kind.ZERO_SLOPE,
                "it is zero: clamp at c: its input is 5 and its slope 0",
                x.clamp(0, 1).label("c"),
                x);
    }

    @Test
    void fourDeadRelusAreThreeAndOneMore() {
        Value x = variable("x", -1);
        Value sum = x.relu().add(x.relu()).add(x.relu()).add(x.relu());

        String relu = "dead relu at 0: its input is -1 and its slope 0; ";
        assertVerdict(Verdict.Kind.ZERO_SLOPE, "it is zero: " + relu.repeat(3) + "and 1 more", sum, x);
    }

    @Test
    void contributionsThatCancelAreSaidTo() {
        Value x = variable("x", 3);

        assertVerdict(
                Verdict.Kind.CANCELLED,
                "it is zero: what the paths contribute adds up to zero",
                x.mul(2).sub(x.mul(2)),
                x);
    }

    @Test
    void aSaturatedTanhIsNamed() {
        Value x = variable("x", 20);

        assertVerdict(
                Verdict.Kind.VANISHED,
                "it is 8.497e-18: saturated tanh at t: its input is 20 and its slope 1.699e-17, the smallest on the largest path",
                x.tanh().label("t").mul(0.5),
                x);
    }

    @Test
    void aProductOfManySmallSlopesVanishes() {
        Value x = variable("x", 1);
        Value y = x;
        for (int i = 0; i < 200; i++) {
            y = y.mul(0.01);
        }

        Verdict verdict = Explanation.of(y, x).verdict().orElseThrow();

        assertEquals(Verdict.Kind.VANISHED, verdict.kind());
        assertTrue(verdict.text().startsWith("it is 0: mul at "), verdict::text);
    }

    @Test
    void aHugeGradientIsTracedToItsLargestSlope() {
        Value x = variable("x", 1e-9);

        assertVerdict(
                Verdict.Kind.HUGE,
                "it is huge: reciprocal at r: its input is 1.000e-09 and its slope -1.000e+18, the largest on the largest path",
                x.reciprocal().label("r").mul(2),
                x);
    }

    @Test
    void aSlopeThatIsNotFiniteIsNamed() {
        Value x = variable("x", 0);

        assertVerdict(
                Verdict.Kind.NOT_FINITE,
                "it is NaN: sqrt at s: its input is 0 and its slope Infinity",
                x.sqrt().label("s").mul(0),
                x);
    }

    @Test
    void aProductThatOverflowsIsSaidTo() {
        Value x = variable("x", 0);

        assertVerdict(
                Verdict.Kind.NOT_FINITE,
                "it is Infinity: the product of slopes overflows",
                x.mul(1e200).mul(1e200),
                x);
    }

    @Test
    void anOrdinaryGradientHasNoVerdict() {
        Value x = variable("x", 0.5);

        assertEquals(Optional.empty(), Explanation.of(x.tanh().mul(3), x).verdict());
        assertEquals(
                Optional.empty(),
                Explanation.of(x.relu().add(x.neg().relu()), x).verdict());
    }

    @Test
    void theVerdictKnowsItsPlace() {
        Value x = variable("x", -1);
        Value h = x.relu();

        assertEquals(
                List.of(h), Explanation.of(h.add(1), x).verdict().orElseThrow().at());
    }

    @Test
    void thePathsAreDrawn() {
        Value x = variable("x", 0.5);
        Value loss = x.tanh().mul(variable("w", 2));

        assertEquals(
                Drawing.of(loss).path(x).svg(),
                Explanation.of(loss, x).drawing().svg());
    }

    @Test
    void arraysAndWhatReadsThemAreRefused() {
        Variable w = engine.variable(Shape.of(2), 1, 2);
        Value x = variable("x", 3);
        Value between = w.label("w").mul(x);

        assertRefused(
                NotScalarException.class,
                "explain: paths lead through single numbers: 'w' has shape [2]; explain an expression of single numbers",
                w.sum(),
                w);
        assertRefused(
                NotScalarException.class,
                "explain: paths lead through single numbers: mul has shape [2]; explain an expression of single numbers",
                between.sum(),
                x);
        assertRefused(
                NotScalarException.class,
                "explain: only operations on single numbers have one slope for each operand: got sum; explain an expression of"
                        + " single numbers",
                x.sum(),
                x);
    }

    @Test
    void aValueOfAnotherEngineIsRefused() {
        try (Engine other = open()) {
            assertRefused(
                    ForeignValueException.class,
                    "explain: both values must be of one engine: got list and another list",
                    variable("x", 1),
                    other.variable(1));
        }
    }

    @Test
    void aLimitThatMakesNoSenseIsRefused() {
        Explanation explanation = Explanation.of(variable("x", 1), variable("y", 1));

        assertEquals(
                "explain: the limit must be 1 or more: got 0",
                assertThrows(IllegalArgumentException.class, () -> explanation.limit(0))
                        .getMessage());
    }

    private static void assertVerdict(Verdict.Kind kind, String text, Value loss, Value variable) {
        Verdict verdict = Explanation.of(loss, variable).verdict().orElseThrow();

        assertEquals(text, verdict.text());
        assertEquals(kind, verdict.kind());
    }

    private static void assertRefused(
            Class<? extends WengertException> type, String message, Value loss, Value variable) {
        assertEquals(
                message,
                assertThrows(type, () -> Explanation.of(loss, variable)).getMessage());
    }
}
