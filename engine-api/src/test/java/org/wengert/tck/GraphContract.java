package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wengert.Graph;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Binary;
import org.wengert.op.Linear;
import org.wengert.op.Unary;

/** How values hang together: shared parts, repeated operands, constants, and what a value knows of its making. */
@Proves(Level.CORE)
public interface GraphContract extends EngineContract {
    @Test
    default void aValueUsedTwiceGetsBothShares() {
        Variable a = engine().variable(3);
        Value b = a.mul(2);

        b.mul(b.add(1)).backward();

        Close.assertSame("da", 26, a.grad().item());
        Close.assertSame("db", 13, b.grad().item());
    }

    @Test
    default void anArrayUsedTwiceGetsBothShares() {
        Variable a = engine().variable(Shape.of(2), 3, -1);
        Value b = a.mul(2);

        b.mul(b.add(1)).sum().backward();

        Close.assertSame("da", new double[] {26, -6}, a.grad().data());
        Close.assertSame("db", new double[] {13, -3}, b.grad().data());
    }

    @Test
    default void aDiamondIsGoneThroughOnce() {
        Variable x = engine().variable(1);
        Value y = x;
        for (int i = 0; i < 60; i++) {
            y = y.add(y);
        }

        y.backward();

        Close.assertSame("2^60 paths", Math.pow(2, 60), x.grad().item());
    }

    @Test
    default void repeatedOperandsAddUp() {
        Variable x = engine().variable(3);

        assertGradient(6, x, x.mul(x));
        assertGradient(2, x, x.add(x));
        assertGradient(0, x, x.sub(x));
        assertGradient(0, x, x.div(x));
        assertGradient(1, x, x.maximum(x));
        assertGradient(27 * (1 + Math.log(3)), x, x.pow(x));
    }

    private void assertGradient(double expected, Variable x, Value root) {
        x.zeroGrad();
        root.backward();
        Close.assertClose(
                "gradient of " + root.op().orElseThrow().name() + "(x, x)",
                tolerances().ulps(4),
                expected,
                x.grad().item());
    }

    @Test
    default void repeatedOperandsOfArraysAddUp() {
        Variable x = engine().variable(Shape.of(2), 3, -2);

        x.mul(x).backward(1, 10);

        Close.assertSame("gradient", new double[] {6, -40}, x.grad().data());
    }

    @Test
    default void aVariableThatTakesNoPartHasGradientZero() {
        Variable x = engine().variable(3);
        Variable unused = engine().variable(Shape.of(2), 5, 6);

        x.mul(2).backward();

        Close.assertSame("gradient", new double[2], unused.grad().data());
    }

    @Test
    default void aConstantHasGradientZero() {
        Variable x = engine().variable(3);
        Value c = engine().constant(5);
        Value ofConstants = c.mul(2);

        x.mul(c).add(ofConstants).backward();

        Close.assertSame("x", 5, x.grad().item());
        Close.assertSame("constant", 0, c.grad().item());
        Close.assertSame("value made of constants", 0, ofConstants.grad().item());
        assertEquals(Shape.of(2), engine().constant(Shape.of(2), 1, 2).grad().shape());
    }

    @Test
    default void aConstantRootIsDifferentiatedIntoNothing() {
        Variable x = engine().variable(3);
        Value c = engine().constant(5);

        c.backward();
        c.mul(2).backward();

        Close.assertSame("constant", 0, c.grad().item());
        Close.assertSame("variable", 0, x.grad().item());
    }

    @Test
    default void aVariableAsRootHasGradientOne() {
        Variable x = engine().variable(3);

        x.backward();

        Close.assertSame("gradient", 1, x.grad().item());
    }

    @Test
    default void aValueKnowsItsOperationAndItsOperandsInOrder() {
        Variable a = engine().variable(2);
        Variable b = engine().variable(3);
        Value difference = a.sub(b);
        Value tanh = difference.tanh();

        assertEquals(Optional.of(Binary.SUB), difference.op());
        assertEquals(List.of(a, b), difference.operands());
        assertEquals(Optional.of(Unary.TANH), tanh.op());
        assertEquals(List.of(difference), tanh.operands());
        assertEquals(List.of(b, a), b.sub(a).operands());
    }

    @Test
    default void anArrayKnowsItsOperationAndItsOperandsInOrder() {
        Variable a = engine().variable(Shape.of(2, 2), 1, 2, 3, 4);
        Variable b = engine().variable(Shape.of(2), 1, 2);
        Value product = b.matmul(a);
        Value joined = engine().concat(0, b, product, b);

        assertEquals("matmul", product.op().orElseThrow().name());
        assertEquals(List.of(b, a), product.operands());
        assertEquals(List.of(b, product, b), joined.operands());
    }

    @Test
    default void whatBecomesOfAnArrayOfOperandsDoesNotMatter() {
        Variable x = engine().variable(Shape.of(1, 1), 2);
        Variable w = engine().variable(Shape.of(1, 1), 3);
        Variable b = engine().variable(Shape.of(1), 5);
        Variable[] operands = {x, w, b};
        Value y = engine().apply(Linear.LAYER, operands);

        Arrays.fill(operands, 0, 2, engine().variable(Shape.of(1, 1), 7));
        y.backward(1);

        assertEquals(List.of(x, w, b), y.operands());
        Close.assertSame("x", 3, x.grad().item());
        Close.assertSame("w", 2, w.grad().item());
    }

    @Test
    default void repeatedOperandsAreKept() {
        Variable x = engine().variable(2);

        assertEquals(List.of(x, x), x.mul(x).operands());
    }

    @Test
    default void leavesHaveNoOperationAndNoOperands() {
        Variable x = engine().variable(2);
        Value c = engine().constant(Shape.of(2), 1, 2);

        assertEquals(Optional.empty(), x.op());
        assertEquals(Optional.empty(), c.op());
        assertEquals(List.of(), x.operands());
        assertEquals(List.of(), c.operands());
    }

    @Test
    default void twoHandlesOfTheSameValueAreEqualAndOthersAreNot() {
        Variable x = engine().variable(2);
        Value y = x.add(1);
        Value again = y.mul(3).operands().get(0);

        assertEquals(y, again);
        assertEquals(y.hashCode(), again.hashCode());
        assertNotEquals(y, x.add(1));
        assertNotEquals(x, engine().variable(2));
    }

    @Test
    default void aGraphIsWalkedOperandsFirstWithEachValueOnce() {
        Variable a = engine().variable(2);
        Value b = a.mul(a);
        Value c = b.add(a);

        assertEquals(List.of(a, b, c), Graph.operandsFirst(c));
    }

    @Test
    default void aValueReachedThroughTheGraphHasItsNumbersAndGradient() {
        Variable a = engine().variable(2).label("a");
        Value root = a.mul(3).tanh();
        root.backward();
        Value product = root.operands().get(0);

        Close.assertSame("value", 6, product.item());
        Close.assertClose(
                "gradient",
                tolerances().tableSlope(),
                Unary.TANH.slope(6, Math.tanh(6)),
                product.grad().item());
        assertEquals("a", product.operands().get(0).label());
        assertTrue(root.operands().get(0).operands().get(0) instanceof Variable);
    }

    @Test
    default void everyBinaryOperationTakesANumberOnEitherSide() {
        Variable x = engine().variable(4);

        Close.assertSame(
                "numbers",
                new double[] {7, 1, -1, 12, 2, 0.5, 16, 16, 5, 4, 4, 3},
                x.add(3).item(),
                x.sub(3).item(),
                x.rsub(3).item(),
                x.mul(3).item(),
                x.div(2).item(),
                x.rdiv(2).item(),
                x.pow(2).item(),
                x.rpow(2).item(),
                x.maximum(5).item(),
                x.maximum(3).item(),
                x.minimum(5).item(),
                x.minimum(3).item());
    }
}
