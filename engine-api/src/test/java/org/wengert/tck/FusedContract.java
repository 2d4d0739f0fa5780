package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Linear;
import org.wengert.op.Numerics;
import org.wengert.op.SquaredError;
import org.wengert.op.Structural;
import org.wengert.op.Unary;

/** One operation that stands for several has their numbers and gradients, to the bit. */
@Proves(Level.CORE)
public interface FusedContract extends EngineContract {
    @TestFactory
    default Stream<DynamicTest> aLayerHasTheBitsOfAProductAndASum() {
        // The one has so many samples that the order of summing up a bias' gradient, and its precision, show; the other
        // is no multiple of any vector or block, and too large for sixty digits.
        Stream<StructuralCase> large = Stream.of(
                StructuralCases.layer(Shape.of(67, 3), Shape.of(1, 3), Shape.of(1), Shape.of(67, 1)),
                StructuralCases.layer(Shape.of(17, 9), Shape.of(19, 9), Shape.of(19), Shape.of(17, 19)));
        return Stream.concat(StructuralCases.all().stream(), large)
                .filter(c -> c.op() instanceof Linear)
                .map(c ->
                        sameBits(c, x -> x.get(0).matmul(x.get(1), false, true).add(x.get(2))));
    }

    @TestFactory
    default Stream<DynamicTest> aLayerWithAnActivationHasTheBitsOfOneAfterIt() {
        List<StructuralCase> layers = List.of(
                StructuralCases.layer(Shape.of(3), Shape.of(3), Shape.SCALAR, Shape.SCALAR),
                StructuralCases.layer(Shape.of(5, 3), Shape.of(1, 3), Shape.of(1), Shape.of(5, 1)),
                StructuralCases.layer(Shape.of(0, 2), Shape.of(3, 2), Shape.of(3), Shape.of(0, 3)),
                StructuralCases.layer(Shape.of(17, 9), Shape.of(19, 9), Shape.of(19), Shape.of(17, 19)));
        return Table.unary(arithmetic().precision()).stream()
                .flatMap(f -> layers.stream()
                        .map(c -> new StructuralCase(Linear.with(f), c.operands(), c.shape(), c.formula()))
                        .map(c -> sameBits(c, x -> activated(f, x))));
    }

    private static Value activated(Unary f, List<Value> x) {
        return x.get(0).linear(x.get(1), x.get(2)).apply(f);
    }

    /** Sums at which formulas break or change, as far as a sum can be such: that of -0 and 0 is 0. */
    @TestFactory
    default Stream<DynamicTest> soHasItWhereFormulasBreak() {
        return Table.unary(arithmetic().precision()).stream()
                .map(f -> test(Table.name(f), engine -> {
                    double[] sums = held(Stream.of(
                                    DoubleStream.of(Points.edges(arithmetic().precision())),
                                    DoubleStream.of(f.kinks()).flatMap(this::around),
                                    around(Numerics.TANH_GROWS),
                                    around(Numerics.TANH_ONE),
                                    DoubleStream.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY))
                            .flatMapToDouble(points -> points)
                            .toArray());
                    Shape column = Shape.of(sums.length, 1);
                    assertSameBits(
                            engine,
                            Linear.with(f),
                            List.of(column, Shape.of(1, 1), Shape.of(1)),
                            List.of(sums, new double[] {1}, new double[] {0}),
                            held(Points.random(5, sums.length)),
                            x -> activated(f, x));
                    for (double sum : sums) { // single numbers, which an engine may compute by other means
                        assertSameBits(
                                engine,
                                Linear.with(f),
                                List.of(Shape.of(1), Shape.of(1), Shape.SCALAR),
                                List.of(new double[] {sum}, new double[] {1}, new double[] {0}),
                                new double[] {0.75},
                                x -> activated(f, x));
                    }
                }));
    }

    private DoubleStream around(double point) {
        double ulp = arithmetic().precision().ulp(point);
        return DoubleStream.of(point - ulp, point, point + ulp, -point - ulp, -point, -point + ulp);
    }

    /** Nothing is kept for the way back then. */
    @Test
    default void soHasItWithoutAWayBack() {
        Engine engine = engine();
        double[] numbers = held(Points.random(3, 12));
        Variable weights = engine.variable(Shape.of(4, 3), numbers);
        Variable bias = engine.variable(Shape.of(4), held(Points.random(4, 4)));
        Value x = engine.constant(Shape.of(4, 3), numbers);
        double[] recorded = x.linear(weights, bias, Unary.TANH).data();

        try (Scope scope = engine.inference()) {
            Value y = x.linear(weights, bias, Unary.TANH);
            Value z = y.linear(engine.constant(Shape.of(4, 4), held(Points.random(6, 16))), bias);
            assertBits("in an inference scope", recorded, y.data());
            assertBits(
                    "after more",
                    y.linear(z, bias).data(),
                    y.matmul(z, false, true).add(bias).data());
        }
        Value constants = engine.constant(Shape.of(4, 3), numbers)
                .linear(
                        engine.constant(Shape.of(4, 3), numbers),
                        engine.constant(Shape.of(4), bias.data()),
                        Unary.TANH);
        assertBits("of constants", recorded, constants.data());
    }

    @TestFactory
    default Stream<DynamicTest> aSquaredErrorHasTheBitsOfADifferenceItsSquareAndTheirSum() {
        Stream<StructuralCase> more = Stream.of(
                StructuralCases.squaredError(false, Shape.of(613, 3)),
                StructuralCases.squaredError(true, Shape.of(1021)),
                StructuralCases.squaredError(true, Shape.of(0, 3)));
        return Stream.concat(StructuralCases.all().stream(), more)
                .filter(c -> c.op() instanceof SquaredError)
                .map(c -> sameBits(c, x -> squared((SquaredError) c.op(), x)));
    }

    private static Value squared(SquaredError op, List<Value> x) {
        Value squares = x.get(0).sub(x.get(1)).square();
        return op.mean() ? squares.mean() : squares.sum();
    }

    /** A gradient from above that would overflow if it, and not the difference, were doubled; and a subnormal one. */
    @TestFactory
    default Stream<DynamicTest> soHasItWhereGradientsAreAtTheirLimits() {
        Precision precision = arithmetic().precision();
        double[] seeds = {0.9 * precision.largest(), -5 * precision.smallest(), Double.NaN, Double.POSITIVE_INFINITY};
        return Stream.of(SquaredError.SUM, SquaredError.MEAN)
                .flatMap(op -> DoubleStream.of(seeds)
                        .mapToObj(seed -> test(op + " from " + seed, engine -> {
                            double[] x = held(precision.smallestNormal(), 0, 1, -3e-8, 1e17);
                            assertSameBits(
                                    engine,
                                    op,
                                    List.of(Shape.of(5), Shape.of(5)),
                                    List.of(x, new double[5]),
                                    held(seed),
                                    operands -> squared(op, operands));
                        })));
    }

    private DynamicTest sameBits(StructuralCase c, Function<List<Value>, Value> parts) {
        return test(c.toString(), engine -> {
            List<double[]> data = Arrays.stream(c.data()).map(this::held).toList();
            double[] seed = held(Points.random(99, c.shape().size()));
            assertSameBits(engine, c.op(), c.operands(), data, seed, parts);
        });
    }

    /** Of variables, which add up their gradients, and of values in between, whose first share may be written. */
    private void assertSameBits(
            Engine engine,
            Structural op,
            List<Shape> shapes,
            List<double[]> data,
            double[] seed,
            Function<List<Value>, Value> parts) {
        for (boolean between : new boolean[] {false, true}) {
            List<Variable> ofOne = new ArrayList<>();
            List<Variable> ofParts = new ArrayList<>();
            for (int i = 0; i < shapes.size(); i++) {
                ofOne.add(engine.variable(shapes.get(i), data.get(i)));
                ofParts.add(engine.variable(shapes.get(i), data.get(i)));
            }
            Value one = engine.apply(op, operands(ofOne, between));
            Value several = parts.apply(operands(ofParts, between));
            for (int time = 0; time < 2; time++) { // first shares, then some that are added to them
                one.backward(seed);
                several.backward(seed);
            }
            assertBits("value of " + op, several.data(), one.data());
            for (int i = 0; i < ofOne.size(); i++) {
                assertBits(
                        "gradient of " + op + " by operand " + i,
                        ofParts.get(i).grad().data(),
                        ofOne.get(i).grad().data());
            }
        }
    }

    private static List<Value> operands(List<Variable> variables, boolean between) {
        return variables.stream()
                .map(variable -> between ? variable.mul(1) : (Value) variable)
                .toList();
    }

    private static void assertBits(String what, double[] expected, double[] actual) {
        assertArrayEquals(bits(expected), bits(actual), what);
    }

    private static long[] bits(double... numbers) {
        return Arrays.stream(numbers).mapToLong(Double::doubleToLongBits).toArray();
    }
}
