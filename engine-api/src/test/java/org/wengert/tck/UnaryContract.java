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
import org.wengert.op.Unary;

/** Every operation on one number, those of the table and a user's own: a new entry is tested without a new test. */
@Proves(Level.CORE)
public interface UnaryContract extends EngineContract {
    /** Among others longer than any vector register and no multiple of one. */
    private static Shape[] shapes() {
        return new Shape[] {
            Shape.SCALAR,
            Shape.of(1),
            Shape.of(2),
            Shape.of(3),
            Shape.of(2, 4),
            Shape.of(67),
            Shape.of(1100),
            Shape.of(0),
            Shape.of(2, 0, 3),
            Shape.of(3, 1, 5),
        };
    }

    private Stream<DynamicTest> forEachUnary(BiConsumer<Engine, Unary> body) {
        return Table.unary(arithmetic().precision()).stream()
                .map(op -> test(Table.name(op), engine -> body.accept(engine, op)));
    }

    @TestFactory
    default Stream<DynamicTest> aUnaryOperationGivesTheTablesValueAndSlopeBitForBit() {
        return forEachUnary((engine, op) -> {
            double[] points = held(Points.ordinary(op.domain(), op.kinks()));
            for (Shape shape : shapes()) {
                assertTable(engine, op, shape, Points.cycled(points, shape.size(), shape.size()));
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> aUnaryOperationGivesTheTablesValueAndSlopeAtEdgePoints() {
        return forEachUnary((engine, op) -> {
            double[] edges = Points.edges(arithmetic().precision());
            assertTable(engine, op, Shape.of(edges.length), edges);
            for (double edge : edges) {
                assertTable(engine, op, Shape.SCALAR, edge);
            }
            for (double kink : op.kinks()) {
                assertTable(engine, op, Shape.SCALAR, kink);
            }
        });
    }

    private void assertTable(Engine engine, Unary op, Shape shape, double... data) {
        double[] y = Arrays.stream(data).map(op::value).toArray();
        double[] slope = new double[data.length];
        double[] ones = new double[data.length];
        Arrays.fill(ones, 1);
        Variable x = engine.variable(shape, data);

        Value result = x.apply(op);
        result.backward(ones);

        String at = Table.name(op) + " at " + Arrays.toString(data) + " of shape " + shape;
        assertEquals(shape, result.shape(), () -> "shape of " + at);
        double[] own = result.data();
        Close.assertClose("value of " + at, tolerances().table(), y, own);
        Arrays.setAll(slope, i -> op.slope(data[i], own[i])); // an engine may start from the value that it has
        Close.assertClose(
                "gradient of " + at, tolerances().tableSlope(), slope, x.grad().data());
    }

    @TestFactory
    default Stream<DynamicTest> aUnaryOperationAgreesWithItsDefinitionInHighPrecision() {
        return forEachUnary((engine, op) -> Definitions.of(op).ifPresent(definition -> {
            double[] points = held(Points.ordinary(op.domain(), op.kinks()));
            Variable x = engine.variable(Shape.of(points.length), points);

            Value result = x.apply(op);
            double[] values = result.data();
            result.sum().backward();
            double[] slopes = x.grad().data();

            for (int i = 0; i < points.length; i++) {
                Exact exact = definition.at(
                        Exact.inputs(new double[] {points[i]}).get(0).get(0), op.parameters());
                double slope = Exact.gradient(List.of(exact), new double[] {1}, 0);
                String at = Table.name(op) + " at " + points[i];
                Close.assertClose("value of " + at, tolerances().formula(), exact.value(), values[i]);
                Close.assertClose("gradient of " + at, tolerances().formulaSlope(), slope, slopes[i]);
            }
        }));
    }

    @TestFactory
    default Stream<DynamicTest> aUnaryOperationPassesTheGradientCheck() {
        return forEachUnary((engine, op) -> {
            double[] points = held(Points.ordinary(op.domain(), op.kinks()));
            Variable x = engine.variable(Shape.of(points.length), points).label("x");

            GradientReport report = GradientCheck.of(() -> x.apply(op), x);

            assertTrue(report.passed(), () -> Table.name(op) + ": " + report);
        });
    }

    @TestFactory
    default Stream<DynamicTest> aUnaryOperationMultipliesUpstreamByItsSlope() {
        return forEachUnary((engine, op) -> {
            double[] points = held(Points.ordinary(op.domain(), op.kinks()));
            double[] upstream = held(Points.random(7, points.length));
            Variable x = engine.variable(Shape.of(points.length), points);
            double[] expected = new double[points.length];
            Arrays.setAll(expected, i -> upstream[i] * op.slope(points[i], op.value(points[i])));

            x.apply(op).backward(upstream);

            Close.assertClose(
                    "gradient of " + Table.name(op),
                    tolerances().slope(),
                    expected,
                    x.grad().data());
        });
    }

    @TestFactory
    default Stream<DynamicTest> aUnaryOperationAddsItsShareToThatOfOthers() {
        return forEachUnary((engine, op) -> {
            double[] points = held(Points.ordinary(op.domain(), op.kinks()));
            Variable x = engine.variable(Shape.of(points.length), points);
            Variable number = engine.variable(points[0]);
            double[] expected = new double[points.length];
            Arrays.setAll(expected, i -> op.slope(points[i], op.value(points[i])) * 3);

            x.apply(op).add(x.apply(op).mul(2)).sum().backward();
            number.apply(op).add(number.apply(op).mul(2)).backward();

            Close.Rule rule = tolerances().slope();
            Close.assertClose(
                    "gradient of " + Table.name(op), rule, expected, x.grad().data());
            Close.assertClose(
                    "gradient of " + Table.name(op),
                    rule,
                    expected[0],
                    number.grad().item());
        });
    }

    @TestFactory
    default Stream<DynamicTest> aUnaryOperationRefusesAnotherNumberOfOperands() {
        return forEachUnary((engine, op) -> {
            Value x = engine.constant(1);

            ArityException two = assertThrows(ArityException.class, () -> engine.apply(op, x, x));
            ArityException none = assertThrows(ArityException.class, () -> engine.apply(op));

            assertEquals(op.name() + ": wrong number of operands: it takes 1, got 2", two.getMessage());
            assertEquals(op.name() + ": wrong number of operands: it takes 1, got 0", none.getMessage());
        });
    }
}
