package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.wengert.Engine;
import org.wengert.GradientCheck;
import org.wengert.GradientReport;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Structural;

/** Every structural operation against plain loops in high precision, and against differences of its own values. */
@Proves(Level.CORE)
public interface StructuralContract extends EngineContract {
    private Stream<DynamicTest> forEachStructural(BiConsumer<Engine, StructuralCase> body) {
        return StructuralCases.all().stream().map(c -> test(c.toString(), engine -> body.accept(engine, c)));
    }

    private List<Variable> variables(Engine engine, StructuralCase c) {
        List<Variable> variables = new ArrayList<>();
        for (int i = 0; i < c.operands().size(); i++) {
            variables.add(
                    engine.variable(c.operands().get(i), held(c.data()[i])).label(String.valueOf((char) ('a' + i))));
        }
        return variables;
    }

    private double[][] held(StructuralCase c) {
        return Arrays.stream(c.data()).map(this::held).toArray(double[][]::new);
    }

    @TestFactory
    default Stream<DynamicTest> aStructuralOperationAgreesWithPlainLoops() {
        return forEachStructural((engine, c) -> {
            List<Variable> operands = variables(engine, c);
            List<Exact> exact = c.formula().of(Exact.inputs(held(c)));
            double[] seed = held(Points.random(99, c.shape().size()));

            Value result = engine.apply(c.op(), List.copyOf(operands));
            result.backward(seed);

            assertEquals(c.shape(), result.shape(), () -> "shape of " + c);
            double[] values = exact.stream().mapToDouble(Exact::value).toArray();
            Close.assertClose("value of " + c, tolerances().structural(), values, result.data());
            int input = 0;
            for (Variable operand : operands) {
                double[] gradient = new double[operand.shape().size()];
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] = Exact.gradient(exact, seed, input++);
                }
                String what = "gradient of " + c + " by operand " + operand.label();
                Close.assertClose(
                        what,
                        tolerances().structural(),
                        gradient,
                        operand.grad().data());
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> aStructuralOperationPassesTheGradientCheck() {
        return forEachStructural((engine, c) -> {
            List<Variable> operands = variables(engine, c);

            GradientReport report = GradientCheck.of(
                    () -> engine.apply(c.op(), List.copyOf(operands)), operands.toArray(new Variable[0]));

            assertTrue(report.passed(), () -> c + ": " + report);
        });
    }

    @TestFactory
    default Stream<DynamicTest> aStructuralOperationAddsItsSharesToThoseOfOthers() {
        return forEachStructural((engine, c) -> {
            double[] seed = held(Points.random(99, c.shape().size()));
            List<Variable> once = variables(engine, c);
            List<Variable> twice = variables(engine, c);

            engine.apply(c.op(), List.copyOf(once)).backward(seed);
            Value first = engine.apply(c.op(), List.copyOf(twice));
            Value second = engine.apply(c.op(), List.copyOf(twice));
            first.add(second).backward(seed);

            for (int i = 0; i < once.size(); i++) {
                double[] doubled =
                        Arrays.stream(once.get(i).grad().data()).map(x -> 2 * x).toArray();
                String what = "gradient of " + c + " by operand " + once.get(i).label();
                Close.assertClose(
                        what,
                        tolerances().structural(),
                        doubled,
                        twice.get(i).grad().data());
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> aStructuralOperationGivesTheSameWithConstantsBesideOneVariable() {
        return forEachStructural((engine, c) -> {
            double[] seed = held(Points.random(99, c.shape().size()));
            List<Variable> all = variables(engine, c);
            engine.apply(c.op(), List.copyOf(all)).backward(seed);
            for (int i = 0; i < all.size(); i++) {
                List<Value> operands = new ArrayList<>();
                for (Variable other : all) {
                    operands.add(engine.constant(other.shape(), other.data()));
                }
                Variable alone = engine.variable(all.get(i).shape(), all.get(i).data());
                operands.set(i, alone);

                engine.apply(c.op(), operands).backward(seed);

                Close.assertSame(
                        "gradient of " + c + " by operand " + i,
                        all.get(i).grad().data(),
                        alone.grad().data());
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> aProductOfWholeNumbersIsExactAtAnySize() {
        int[][] sizes = {
            {1, 1, 1}, {2, 3, 5}, {8, 8, 8}, {17, 33, 9}, {1, 40, 70}, {65, 1, 31}, {64, 64, 64}, {5, 130, 19}
        };
        return Stream.of(sizes)
                .map(size -> test(
                        "[" + size[0] + ", " + size[1] + "] by [" + size[1] + ", " + size[2] + "]",
                        engine -> WholeProduct.check(engine, size[0], size[1], size[2])));
    }

    @Test
    default void aConcatenationOfAValueWithItselfAddsTheSharesOfAllItsPlaces() {
        Variable x = engine().variable(Shape.of(2), 1, 2);

        engine().concat(0, x, x, x).backward(1, 10, 100, 1000, 10000, 100000);

        Close.assertSame("gradient", new double[] {10101, 101010}, x.grad().data());
    }

    @Test
    default void aProductOfAMatrixWithItselfAddsBothShares() {
        Variable x = engine().variable(new double[][] {{1, 2}, {3, 4}});

        x.matmul(x).backward(1, 10, 100, 1000);

        // dY X^T + X^T dY
        Close.assertSame(
                "gradient",
                new double[] {21 + 301, 43 + 3010, 2100 + 402, 4300 + 4020},
                x.grad().data());
    }

    @Test
    default void everyKindOfStructuralOperationIsTried() {
        Set<String> tried = StructuralCases.all().stream()
                .map(c -> c.op().getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(kinds(Structural.class), tried, "add cases to StructuralCases for what is missing");
    }

    private static Set<String> kinds(Class<?> type) {
        if (!type.isSealed()) {
            return Set.of(type.getSimpleName());
        }
        return Stream.of(type.getPermittedSubclasses())
                .flatMap(kind -> kinds(kind).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
