package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.wengert.Engine;
import org.wengert.GradientCheck;
import org.wengert.GradientReport;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ArityException;
import org.wengert.error.ShapeException;
import org.wengert.op.Binary;

/** Every operation on two numbers, broadcasting included, those of the table and a user's own. */
@Proves(Level.CORE)
public interface BinaryContract extends EngineContract {
    /** Pairs of shapes that broadcast, each axis stretched on either side, missing, or empty. */
    private static int[][][] broadcasts() {
        return new int[][][] {
            {{}, {}},
            {{1}, {}},
            {{}, {3}},
            {{5}, {5}},
            {{67}, {67}},
            {{67}, {}},
            {{2, 3}, {3}},
            {{3}, {2, 3}},
            {{2, 3}, {2, 1}},
            {{2, 1}, {1, 3}},
            {{1, 1}, {2, 3}},
            {{2, 3, 4}, {3, 1}},
            {{4}, {2, 3, 1}},
            {{2, 1, 4}, {1, 3, 1}},
            {{3, 9}, {9}},
            {{1, 9}, {3, 1}},
            {{0}, {1}},
            {{2, 0}, {2, 1}},
        };
    }

    /** Pairs that are larger than what an engine may take in one piece, too large to check by differences. */
    private static int[][][] largeBroadcasts() {
        return new int[][][] {
            {{2100}, {2100}},
            {{2100}, {}},
            {{}, {2100}},
            {{700, 3}, {3}},
            {{3}, {700, 3}},
            {{2, 1100}, {2, 1}},
            {{2, 1100}, {1100}},
            {{70, 30}, {30}},
            {{1, 30}, {70, 30}},
            {{70, 30}, {70, 1}},
            {{70, 1}, {1, 30}},
            {{30, 1, 9}, {8, 9}},
            {{8, 30, 9}, {8, 1, 9}},
        };
    }

    private Stream<DynamicTest> forEachBinary(BiConsumer<Engine, Binary> body) {
        return Table.binary().stream().map(op -> test(op.name(), engine -> body.accept(engine, op)));
    }

    @TestFactory
    default Stream<DynamicTest> aBinaryOperationGivesTheTablesValueAndPartialsForEveryBroadcast() {
        return forEachBinary((engine, op) -> {
            for (int[][] shapes : broadcasts()) {
                Shape left = Shape.of(shapes[0]);
                Shape right = Shape.of(shapes[1]);
                Pair pair = Pair.ordinary(arithmetic().precision(), op, left, right);
                assertTable(
                        engine,
                        op,
                        pair,
                        valueRule(op),
                        tolerances().sum(pair.shape().size()));
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> aBinaryOperationGivesTheTablesValueAndPartialsForLargeBroadcasts() {
        return forEachBinary((engine, op) -> {
            for (int[][] shapes : largeBroadcasts()) {
                Pair pair = Pair.ordinary(arithmetic().precision(), op, Shape.of(shapes[0]), Shape.of(shapes[1]));
                assertTable(
                        engine,
                        op,
                        pair,
                        valueRule(op),
                        tolerances().sum(pair.shape().size()));
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> aBinaryOperationGivesTheTablesValueAndPartialsAtEdgePoints() {
        return forEachBinary((engine, op) -> {
            double[] edges = Points.edges(arithmetic().precision());
            for (double a : edges) {
                double[] left = Points.cycled(new double[] {a}, 0, edges.length);
                Shape shape = Shape.of(edges.length);
                assertTable(
                        engine,
                        op,
                        new Pair(shape, left, shape, edges),
                        tolerances().table(),
                        tolerances().tableSlope());
                for (double b : edges) {
                    Pair scalars = new Pair(Shape.SCALAR, new double[] {a}, Shape.SCALAR, new double[] {b});
                    assertTable(
                            engine,
                            op,
                            scalars,
                            tolerances().table(),
                            tolerances().tableSlope());
                }
            }
        });
    }

    /** With a target outside of 0 to 1, as ordinary points have it, the terms of bceWithLogits cancel. */
    private Close.Rule valueRule(Binary op) {
        double term = 9; // ordinary points lie between -3 and 3
        return op == Binary.BCE_WITH_LOGITS
                ? tolerances().cancelling(term)
                : tolerances().table();
    }

    private void assertTable(Engine engine, Binary op, Pair pair, Close.Rule valueRule, Close.Rule gradientRule) {
        Variable a = engine.variable(pair.left(), pair.a());
        Variable b = engine.variable(pair.right(), pair.b());
        double[] ones = new double[pair.shape().size()];
        Arrays.fill(ones, 1);

        Value result = a.apply(op, b);
        result.backward(ones);

        String at = op.name() + " at " + pair;
        assertEquals(pair.shape(), result.shape(), () -> "shape of " + at);
        double[] own = result.data();
        Close.assertClose("value of " + at, valueRule, pair.values(op), own);
        Close.assertClose(
                "left gradient of " + at,
                gradientRule,
                pair.leftGradient(op, own),
                a.grad().data());
        Close.assertClose(
                "right gradient of " + at,
                gradientRule,
                pair.rightGradient(op, own),
                b.grad().data());
    }

    @TestFactory
    default Stream<DynamicTest> aBinaryOperationAgreesWithItsDefinitionInHighPrecision() {
        return forEachBinary((engine, op) -> Definitions.of(op).ifPresent(definition -> {
            Pair pair = Pair.ordinary(arithmetic().precision(), op, Shape.of(30), Shape.of(30));
            Variable a = engine.variable(pair.left(), pair.a());
            Variable b = engine.variable(pair.right(), pair.b());

            Value result = a.apply(op, b);
            double[] values = result.data();
            result.sum().backward();

            Close.Rule rule = tolerances().formulaSlope();
            for (int i = 0; i < values.length; i++) {
                List<List<Exact>> in = Exact.inputs(new double[] {pair.a()[i]}, new double[] {pair.b()[i]});
                Exact exact = definition.apply(in.get(0).get(0), in.get(1).get(0));
                double left = Exact.gradient(List.of(exact), new double[] {1}, 0);
                double right = Exact.gradient(List.of(exact), new double[] {1}, 1);
                String at = op.name() + " at " + pair.a()[i] + ", " + pair.b()[i];
                Close.assertClose("value of " + at, tolerances().formula(), exact.value(), values[i]);
                Close.assertClose("left gradient of " + at, rule, left, a.grad().data()[i]);
                Close.assertClose(
                        "right gradient of " + at, rule, right, b.grad().data()[i]);
            }
        }));
    }

    @TestFactory
    default Stream<DynamicTest> aBinaryOperationPassesTheGradientCheckForEveryBroadcast() {
        return forEachBinary((engine, op) -> {
            for (int[][] shapes : broadcasts()) {
                Pair pair = Pair.ordinary(arithmetic().precision(), op, Shape.of(shapes[0]), Shape.of(shapes[1]));
                Variable a = engine.variable(pair.left(), pair.a()).label("a");
                Variable b = engine.variable(pair.right(), pair.b()).label("b");

                GradientReport report = GradientCheck.of(() -> a.apply(op, b), a, b);

                assertTrue(
                        report.passed(), () -> op.name() + " of " + pair.left() + ", " + pair.right() + ": " + report);
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> aBinaryOperationOfAValueWithItselfAddsBothShares() {
        return forEachBinary((engine, op) -> {
            double[] points = held(Points.ordinary(op.leftDomain(), 0));
            Variable x = engine.variable(Shape.of(points.length), points);
            double[] expected = new double[points.length];
            Arrays.setAll(expected, i -> {
                double y = op.value(points[i], points[i]);
                return op.left(points[i], points[i], y) + op.right(points[i], points[i], y);
            });

            x.apply(op, x).sum().backward();

            Close.Rule rule = tolerances().sum(2);
            Close.assertClose(
                    "gradient of " + op.name() + "(x, x)",
                    rule,
                    expected,
                    x.grad().data());
        });
    }

    @TestFactory
    default Stream<DynamicTest> aBinaryOperationAddsItsSharesToThoseOfOthers() {
        return forEachBinary((engine, op) -> {
            for (Shape shape : new Shape[] {Shape.SCALAR, Shape.of(2, 3)}) {
                Pair pair = Pair.ordinary(arithmetic().precision(), op, shape, shape);
                Variable a = engine.variable(pair.left(), pair.a());
                Variable b = engine.variable(pair.right(), pair.b());

                a.apply(op, b).add(a.apply(op, b)).sum().backward();

                Close.Rule rule = tolerances().slope();
                double[] left =
                        Arrays.stream(pair.leftGradient(op)).map(x -> 2 * x).toArray();
                double[] right =
                        Arrays.stream(pair.rightGradient(op)).map(x -> 2 * x).toArray();
                Close.assertClose(
                        "left gradient of " + op.name(), rule, left, a.grad().data());
                Close.assertClose(
                        "right gradient of " + op.name(), rule, right, b.grad().data());
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> aBinaryOperationWithAConstantOnEitherSideDifferentiatesTheOther() {
        return forEachBinary((engine, op) -> {
            Pair pair = Pair.ordinary(arithmetic().precision(), op, Shape.of(2, 3), Shape.of(3));
            Variable a = engine.variable(pair.left(), pair.a());
            Variable b = engine.variable(pair.right(), pair.b());
            Value constantLeft = engine.constant(pair.left(), pair.a());
            Value constantRight = engine.constant(pair.right(), pair.b());

            a.apply(op, constantRight).sum().backward();
            constantLeft.apply(op, b).sum().backward();

            Close.Rule rule = tolerances().sum(2);
            Close.assertClose(
                    "left gradient", rule, pair.leftGradient(op), a.grad().data());
            Close.assertClose(
                    "right gradient", rule, pair.rightGradient(op), b.grad().data());
            Close.assertSame(
                    "gradient of a constant", new double[6], constantLeft.grad().data());
            Close.assertSame(
                    "gradient of a constant",
                    new double[3],
                    constantRight.grad().data());
        });
    }

    @TestFactory
    default Stream<DynamicTest> aBinaryOperationRefusesOperandsThatDoNotFit() {
        return forEachBinary((engine, op) -> {
            Variable a = engine.variable(Shape.of(2, 3), new double[6]);
            Variable b = engine.variable(Shape.of(4), new double[4]);

            ShapeException shapes = assertThrows(ShapeException.class, () -> a.apply(op, b));
            ArityException one = assertThrows(ArityException.class, () -> engine.apply(op, a));
            ArityException three = assertThrows(ArityException.class, () -> engine.apply(op, a, a, a));

            assertEquals(
                    op.name() + ": shapes do not broadcast: [2, 3] and [4]; aligned from the right, sizes must be"
                            + " equal or one of them 1",
                    shapes.getMessage());
            assertEquals(op.name() + ": wrong number of operands: it takes 2, got 1", one.getMessage());
            assertEquals(op.name() + ": wrong number of operands: it takes 2, got 3", three.getMessage());
        });
    }
}
