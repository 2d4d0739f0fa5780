package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ArityException;
import org.wengert.error.ForeignValueException;
import org.wengert.error.NotScalarException;
import org.wengert.error.ShapeException;
import org.wengert.op.BroadcastTo;
import org.wengert.op.Concat;
import org.wengert.op.Linear;
import org.wengert.op.MatMul;
import org.wengert.op.Op;
import org.wengert.op.Reduce;
import org.wengert.op.Reshape;
import org.wengert.op.Unary;
import org.wengert.op.Where;

/** What is refused, with the whole text, and that a refused call leaves everything as it was. */
@Proves(Level.ERRORS)
public interface ErrorContract extends EngineContract {
    /** A use of a value of shape [2, 3] that must be refused with this text. */
    record Refusal(String text, Consumer<Variable> use) {}

    /** One for each way in which shapes and axes may not fit. */
    private static Stream<Refusal> shapes() {
        return Stream.of(
                new Refusal("matmul: inner sizes differ: [2, 3] has 3 columns and [2, 3] has 2 rows", x -> x.matmul(x)),
                new Refusal(
                        "matmul: inner sizes differ: [2, 3] transposed has 2 columns and [2, 3] transposed has 3 rows",
                        x -> x.matmul(x, true, true)),
                new Refusal(
                        "matmul: the right operand must have rank 1 or 2: its shape is []; reshape it, or use mul for"
                                + " products element by element",
                        x -> x.matmul(x.sum())),
                new Refusal(
                        "matmul: the left operand must have rank 1 or 2: its shape is [1, 2, 3]; reshape it, or use mul"
                                + " for products element by element",
                        x -> x.reshape(1, 2, 3).matmul(x)),
                new Refusal(
                        "linear: inputs must have shape [inputs] or [batch, inputs]: they have []",
                        x -> x.sum().linear(x, x.sum())),
                new Refusal(
                        "linear: weights must have shape [outputs, inputs] or [inputs]: they have [1, 2, 3]",
                        x -> x.linear(x.reshape(1, 2, 3), x.sum(1))),
                new Refusal(
                        "linear: numbers of inputs differ: inputs [2, 3] hold 3 a sample, weights [3, 2] take 2",
                        x -> x.linear(x.transpose(), x.sum(1))),
                new Refusal(
                        "linear: one bias a sum is needed: weights [2, 3] go with a bias [2], got [3]",
                        x -> x.linear(x, x.sum(0))),
                new Refusal(
                        "linear: one bias a sum is needed: weights [3] go with a bias [], got [1]",
                        x -> x.linear(x.sum(0), x.sum().reshape(1))),
                new Refusal(
                        "linear+relu: numbers of inputs differ: inputs [2, 3] hold 3 a sample, weights [3, 2] take 2",
                        x -> x.linear(x.transpose(), x.sum(1), Unary.RELU)),
                new Refusal("sum: no such axis: 2 in shape [2, 3]; axes are -2 to 1", x -> x.sum(2)),
                new Refusal("mean: no such axis: -3 in shape [2, 3]; axes are -2 to 1", x -> x.mean(-3)),
                new Refusal(
                        "logSumExp: no such axis: 0 in shape [], which has no axes",
                        x -> x.sum().logSumExp(0)),
                new Refusal("max: an axis stands twice: 1 in [1, -1] of shape [2, 3]", x -> x.max(1, -1)),
                new Refusal(
                        "max: nothing to choose from: the operand's shape is [0, 3]",
                        x -> x.slice(0, 1, 1).max(0)),
                new Refusal(
                        "min: nothing to choose from: the operand's shape is [0, 3]",
                        x -> x.slice(0, 1, 1).reduce(Reduce.Kind.MIN, true)),
                new Refusal("softmax: no such axis: 5 in shape [2, 3]; axes are -2 to 1", x -> x.softmax(5)),
                new Refusal("logSoftmax: no such axis: 5 in shape [2, 3]; axes are -2 to 1", x -> x.logSoftmax(5)),
                new Refusal("reshape: sizes do not match: [2, 3] holds 6 numbers, [4] holds 4", x -> x.reshape(4)),
                new Refusal(
                        "reshape: sizes do not match: [2, 3] holds 6 numbers, [5] holds 5",
                        x -> x.apply(new Reshape(Shape.of(5)))),
                new Refusal(
                        "reshape: sizes do not match: [2, 3] holds 6 numbers, which [4, -1] does not divide",
                        x -> x.reshape(4, -1)),
                new Refusal("reshape: only one size may be -1: got [-1, -1]", x -> x.reshape(-1, -1)),
                new Refusal("transpose: every axis must stand once: order [0] for shape [2, 3]", x -> x.transpose(0)),
                new Refusal("transpose: an axis stands twice: 1 in [1, 1] of shape [2, 3]", x -> x.transpose(1, 1)),
                new Refusal(
                        "broadcastTo: shape cannot be stretched to the one asked for: [2, 3] to [3]",
                        x -> x.apply(new BroadcastTo(Shape.of(3)))),
                new Refusal(
                        "broadcastTo: shapes do not broadcast: [2, 3] and [4]; aligned from the right, sizes must be"
                                + " equal or one of them 1",
                        x -> x.broadcastTo(Shape.of(4))),
                new Refusal(
                        "slice: range does not fit: 1 to 4 step 1 along axis 1 of shape [2, 3]; 0 <= start <= stop <= 3"
                                + " and step >= 1 are needed",
                        x -> x.slice(-1, 1, 4)),
                new Refusal(
                        "slice: range does not fit: 0 to 2 step 0 along axis 0 of shape [2, 3]; 0 <= start <= stop <= 2"
                                + " and step >= 1 are needed",
                        x -> x.slice(0, 0, 2, 0)),
                new Refusal(
                        "gather: index out of range: 3 along axis 1 of shape [2, 3]; indices are 0 to 2",
                        x -> x.gather(1, 0, 3)),
                new Refusal(
                        "concat: operands differ beside axis 0: [2, 3] and [3, 2]",
                        x -> x.engine().concat(0, x, x.transpose())),
                new Refusal(
                        "concat: no such axis: 2 in shape [2, 3]; axes are -2 to 1",
                        x -> x.engine().concat(2, x)),
                new Refusal(
                        "where: shapes do not broadcast: [2] and [2, 3]; aligned from the right, sizes must be equal or"
                                + " one of them 1",
                        x -> x.where(Shape.of(2), new boolean[2], x)),
                new Refusal(
                        "where: mask does not fill its shape: [2] holds 2, got 3",
                        x -> x.apply(new Where(Shape.of(2), true, true, true), x)),
                new Refusal(
                        "crossEntropy: one target a sample is needed: logits [2, 3] hold 2 samples, got 3 targets",
                        x -> x.crossEntropy(0, 1, 2)),
                new Refusal(
                        "crossEntropy: target out of range: sample 1 has class 3, logits [2, 3] know classes 0 to 2",
                        x -> x.crossEntropy(0, 3)),
                new Refusal(
                        "crossEntropy: logits must have shape [samples, classes] or [classes]: they have []",
                        x -> x.sum().crossEntropy(0)),
                new Refusal(
                        "sumSquaredError: shapes differ: [2, 3] and [3]; nothing is stretched here: use sub, square and sum"
                                + " where one is to stand for many",
                        x -> x.sumSquaredError(x.sum(0))),
                new Refusal(
                        "meanSquaredError: shapes differ: [2, 3] and []; nothing is stretched here: use sub, square and"
                                + " mean where one is to stand for many",
                        x -> x.meanSquaredError(x.sum())),
                new Refusal("set: numbers do not fill the shape: [2, 3] holds 6, got 5", x -> x.set(1, 2, 3, 4, 5)),
                new Refusal("set: shapes differ: the variable has [2, 3], the value [3, 2]", x -> x.set(x.transpose())),
                new Refusal("backward: numbers do not fill the shape: [2, 3] holds 6, got 2", x -> x.backward(1, 2)));
    }

    @TestFactory
    default Stream<DynamicTest> shapesThatDoNotFitAreRefused() {
        return shapes().map(refusal -> test(refusal.text(), engine -> {
            Variable x = engine.variable(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
            Value before = x.mul(x);

            ShapeException refused = assertThrows(
                    ShapeException.class, () -> refusal.use().accept(x), () -> "not refused: " + refusal.text());

            assertEquals(refusal.text(), refused.getMessage());
            before.sum().backward();
            Close.assertSame(
                    "afterwards", new double[] {2, 4, 6, 8, 10, 12}, x.grad().data());
        }));
    }

    @Test
    default void numbersThatDoNotFillTheirShapeAreRefused() {
        ShapeException constant = assertThrows(ShapeException.class, () -> engine().constant(Shape.of(2, 2), 1, 2, 3));
        ShapeException variable = assertThrows(ShapeException.class, () -> engine().variable(Shape.SCALAR, 1, 2));
        ShapeException rows = assertThrows(ShapeException.class, () -> engine().variable(new double[][] {{1, 2}, {3}}));

        assertEquals("constant: numbers do not fill the shape: [2, 2] holds 4, got 3", constant.getMessage());
        assertEquals("variable: numbers do not fill the shape: [] holds 1, got 2", variable.getMessage());
        assertEquals("variable: rows differ in length: row 0 has 2 numbers, row 1 has 1", rows.getMessage());
    }

    @Test
    default void structuralOperationsRefuseAnotherNumberOfOperands() {
        Variable x = engine().variable(Shape.of(2, 2), 1, 2, 3, 4);

        assertArity("matmul: wrong number of operands: it takes 2, got 1", MatMul.PLAIN, x);
        assertArity("linear: wrong number of operands: it takes 3, got 2", Linear.LAYER, x, x);
        assertArity("sum: wrong number of operands: it takes 1, got 2", new Reduce(Reduce.Kind.SUM, false), x, x);
        assertArity("concat: wrong number of operands: it takes one or more, got 0", new Concat(0));
        assertArity("where: wrong number of operands: it takes 2, got 1", new Where(Shape.SCALAR, true), x);
    }

    private void assertArity(String text, Op op, Value... operands) {
        ArityException refused = assertThrows(ArityException.class, () -> engine().apply(op, operands));
        assertEquals(text, refused.getMessage());
    }

    @Test
    default void backwardFromAnArrayWithoutASeedIsRefused() {
        Variable x = engine().variable(Shape.of(2, 3), new double[6]);
        Variable one = engine().variable(Shape.of(1), 5);

        NotScalarException array =
                assertThrows(NotScalarException.class, () -> x.mul(2).backward());
        NotScalarException single = assertThrows(NotScalarException.class, one::backward);

        assertEquals(
                "backward: the root must be a single number of shape []: its shape is [2, 3]; take its sum or mean"
                        + " first, or pass a seed of 6 numbers",
                array.getMessage());
        assertEquals(
                "backward: the root must be a single number of shape []: its shape is [1]; take its sum or mean first,"
                        + " or pass a seed of 1 numbers",
                single.getMessage());
    }

    @Test
    default void theOneNumberOfAnArrayIsRefused() {
        Variable x = engine().variable(Shape.of(2, 3), new double[6]);

        NotScalarException refused = assertThrows(NotScalarException.class, x::item);

        assertEquals(
                "item: a single number is needed: the value's shape is [2, 3], which holds 6; use data() for all of"
                        + " them",
                refused.getMessage());
        assertEquals(5, engine().constant(Shape.of(1, 1), 5).item());
    }

    @Test
    default void aValueOfAnotherEngineIsRefused() {
        try (Engine other = open()) {
            Variable mine = engine().variable(2);
            Variable foreign = other.variable(3).label("w");
            String text = ": a value of another engine: this is engine '"
                    + mine.engine().name()
                    + "', the value 'w' belongs to another '" + mine.engine().name()
                    + "'; carry numbers over with constant(shape, data)";

            assertForeign("add" + text, () -> mine.add(foreign));
            assertForeign("tanh" + text, () -> engine().apply(Unary.TANH, foreign));
            assertForeign("backward" + text, () -> engine().backward(foreign));
            assertForeign("set" + text, () -> mine.set(foreign));
        }
    }

    private static void assertForeign(String text, Executable use) {
        ForeignValueException refused = assertThrows(ForeignValueException.class, use, () -> "not refused: " + text);
        assertEquals(text, refused.getMessage());
    }

    @Test
    default void aRefusedOperationLeavesGradientsAndRecordingAsTheyWere() {
        Variable x = engine().variable(Shape.of(2), 1, 2);
        Value y = x.mul(x);
        y.sum().backward();

        assertThrows(ShapeException.class, () -> y.backward(1, 2, 3));
        assertThrows(NotScalarException.class, y::backward);

        Close.assertSame("leaf", new double[] {2, 4}, x.grad().data());
        Close.assertSame("inner", new double[] {1, 1}, y.grad().data());
    }
}
