package org.wengert.tck;

import org.junit.jupiter.api.Test;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/** How long a gradient lives: leaves add up until zeroed, every other value has that of the latest backward alone. */
@Proves(Level.LIFETIME)
public interface LifetimeContract extends EngineContract {
    @Test
    default void leavesAddUpOverBackwardCallsUntilZeroed() {
        Variable x = engine().variable(3);
        Value y = x.mul(x);

        y.backward();
        Close.assertSame("after one", 6, x.grad().item());
        y.backward();
        Close.assertSame("after two", 12, x.grad().item());
        x.zeroGrad();
        Close.assertSame("zeroed", 0, x.grad().item());
        y.backward();
        Close.assertSame("after the third", 6, x.grad().item());
    }

    @Test
    default void leavesAddUpOverDifferentRoots() {
        Variable w = engine().variable(Shape.of(2), 1, 2);

        w.sum().backward();
        w.mul(w).sum().backward();

        Close.assertSame("gradient", new double[] {3, 5}, w.grad().data());
    }

    @Test
    default void aSecondBackwardOnTheSameRecordingIsRight() {
        Variable x = engine().variable(3);
        Value square = x.mul(x);
        Value y = square.mul(x);

        y.backward();
        x.zeroGrad();
        y.backward();

        Close.assertSame("leaf", 27, x.grad().item());
        Close.assertSame("inner", 3, square.grad().item());
        Close.assertSame("root", 1, y.grad().item());
    }

    @Test
    default void innerValuesHaveTheGradientOfTheLatestBackwardAlone() {
        Variable a = engine().variable(2);
        Value b = a.mul(3);
        Value first = b.mul(b);
        Value second = b.mul(5);

        first.backward();
        Close.assertSame("of the first root", 12, b.grad().item());
        second.backward();
        Close.assertSame("of the second root", 5, b.grad().item());
    }

    @Test
    default void innerArraysHaveTheGradientOfTheLatestBackwardAlone() {
        Variable a = engine().variable(Shape.of(2), 2, 4);
        Value b = a.mul(3);
        Value first = b.mul(b).sum();
        Value second = b.mul(5).sum();

        first.backward();
        second.backward();

        Close.assertSame("inner", new double[] {5, 5}, b.grad().data());
        Close.assertSame("leaf", new double[] {36 + 15, 72 + 15}, a.grad().data());
    }

    @Test
    default void innerValuesOfAnEarlierRootAreZeroAfterAnotherBackward() {
        Variable a = engine().variable(2);
        Value only = a.mul(3);
        Value first = only.tanh();
        Value alone = a.exp();

        first.backward();
        alone.backward();

        Close.assertSame("inner of the earlier root", 0, only.grad().item());
        Close.assertSame("the earlier root", 0, first.grad().item());
        Close.assertSame("the latest root", 1, alone.grad().item());
    }

    @Test
    default void innerArraysOfAnEarlierRootAreZeroAfterAnotherBackward() {
        Variable a = engine().variable(Shape.of(2), 2, 3);
        Value only = a.mul(3);
        Value first = only.sum();

        first.backward();
        a.sum().backward();

        Close.assertSame("inner of the earlier root", new double[2], only.grad().data());
        Close.assertSame("the earlier root", 0, first.grad().item());
    }

    @Test
    default void valuesMadeAfterARootAreNotReachedByIt() {
        Variable a = engine().variable(2);
        Value root = a.mul(a);
        Value later = root.mul(7);

        root.backward();

        Close.assertSame("later", 0, later.grad().item());
        Close.assertSame("variable", 4, a.grad().item());
    }

    @Test
    default void recordingGoesOnAfterBackward() {
        Variable a = engine().variable(2);
        Value b = a.mul(a);
        b.backward();

        Value c = b.mul(b);
        a.zeroGrad();
        c.backward();

        Close.assertSame("variable", 32, a.grad().item());
        Close.assertSame("inner", 8, b.grad().item());
    }

    @Test
    default void anInnerValueCanBeTheRoot() {
        Variable a = engine().variable(2);
        Value b = a.mul(a);
        Value c = b.mul(5);

        c.backward();
        a.zeroGrad();
        b.backward();

        Close.assertSame("variable", 4, a.grad().item());
        Close.assertSame("root", 1, b.grad().item());
        Close.assertSame("value above the root", 0, c.grad().item());
    }

    @Test
    default void aSeedWeighsTheNumbersOfAnArray() {
        Variable x = engine().variable(Shape.of(2, 2), 1, 2, 3, 4);
        Value y = x.mul(x);

        y.backward(1, 10, 100, 1000);

        Close.assertSame("variable", new double[] {2, 40, 600, 8000}, x.grad().data());
        Close.assertSame("root", new double[] {1, 10, 100, 1000}, y.grad().data());
    }

    @Test
    default void aSeedScalesASingleNumber() {
        Variable x = engine().variable(3);

        x.mul(x).backward(-0.5);

        Close.assertSame("variable", -3, x.grad().item());
    }

    @Test
    default void gradientsOfVariablesOutliveTheScopeOfTheirRoot() {
        Variable x = engine().variable(3);

        try (Scope scope = engine().scope()) {
            x.mul(x).backward();
        }
        try (Scope scope = engine().scope()) {
            x.mul(2).backward();
        }

        Close.assertSame("variable", 8, x.grad().item());
    }

    @Test
    default void settingAVariableLeavesItsGradientAlone() {
        Variable x = engine().variable(3);
        x.mul(x).backward();

        x.set(100);

        Close.assertSame("gradient", 6, x.grad().item());
    }

    @Test
    default void aGradientIsAConstantOfItsOwn() {
        Variable x = engine().variable(3);
        Value y = x.mul(x);
        y.backward();
        Value gradient = x.grad();
        Value product = gradient.mul(x);

        x.zeroGrad();
        product.backward();

        Close.assertSame("what was taken stays", 6, gradient.item());
        Close.assertSame("nothing flows through it", 6, x.grad().item());
    }
}
