package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/** What an engine keeps is its own: no array of the caller's, no label and no other engine changes a number. */
@Proves(Level.DETERMINISM)
public interface IsolationContract extends EngineContract {
    @Test
    default void arraysChangedAfterTheyWereHandedInChangeNothing() {
        double[] variableData = {1, 2};
        double[] constantData = {3, 4};
        double[] seed = {1, 10};
        Variable x = engine().variable(Shape.of(2), variableData);
        Value c = engine().constant(Shape.of(2), constantData);
        Arrays.fill(variableData, 99);
        Arrays.fill(constantData, 99);

        Value y = x.mul(c);
        Arrays.fill(constantData, 77);
        y.backward(seed);
        Arrays.fill(seed, 99);

        Close.assertSame("value", new double[] {3, 8}, y.data());
        Close.assertSame("gradient", new double[] {3, 40}, x.grad().data());
        Close.assertSame("gradient of the root", new double[] {1, 10}, y.grad().data());
    }

    @Test
    default void anArrayHandedToSetIsCopied() {
        Variable x = engine().variable(Shape.of(2), 1, 2);
        double[] data = {5, 6};

        x.set(data);
        Arrays.fill(data, 99);

        Close.assertSame("data", new double[] {5, 6}, x.data());
    }

    @Test
    default void returnedArraysChangedChangeNothing() {
        Variable x = engine().variable(Shape.of(2), 1, 2);
        Value y = x.mul(x);
        y.sum().backward();

        Arrays.fill(x.data(), 99);
        Arrays.fill(y.data(), 99);
        Arrays.fill(x.grad().data(), 99);
        Arrays.fill(y.grad().data(), 99);
        Arrays.fill(y.shape().dims(), 99);

        Close.assertSame("variable", new double[] {1, 2}, x.data());
        Close.assertSame("value", new double[] {1, 4}, y.data());
        Close.assertSame("gradient", new double[] {2, 4}, x.grad().data());
        Close.assertSame("inner gradient", new double[] {1, 1}, y.grad().data());
        y.sum().backward();
        Close.assertSame("second gradient", new double[] {4, 8}, x.grad().data());
    }

    @Test
    default void aValueKeepsItsNumbersWhenAVariableIsSetLater() {
        Variable x = engine().variable(Shape.of(2), 1, 2);
        Value reshaped = x.reshape(2, 1);
        Value sliced = x.slice(0, 0, 1);
        Value copy = x.mul(1);
        x.set(8, 9);

        Close.assertSame("reshaped", new double[] {1, 2}, reshaped.data());
        Close.assertSame("sliced", new double[] {1}, sliced.data());
        Close.assertSame("copy", new double[] {1, 2}, copy.data());
    }

    @Test
    default void settingAVariableToAnotherDoesNotTieThem() {
        Variable x = engine().variable(Shape.of(2), 1, 2);
        Variable y = engine().variable(Shape.of(2), 3, 4);

        x.set(y);
        y.set(5, 6);

        Close.assertSame("copied", new double[] {3, 4}, x.data());
    }

    @Test
    default void aLabelIsOptionalAndCanBeChanged() {
        Variable x = engine().variable(2);
        Value y = x.mul(3);

        assertEquals("", x.label());
        assertEquals("", y.label());
        assertSame(x, x.label("x"));
        assertEquals("y", y.label("first").label("y").label());
        assertEquals("x", y.operands().get(0).label());
    }

    @Test
    default void labelsNeverChangeNumbers() {
        double[] plain = gradient(false);

        Close.assertSame("with labels", plain, gradient(true));
    }

    private double[] gradient(boolean labelled) {
        Variable x = engine().variable(Shape.of(2), 0.3, 0.7);
        Value y = x.tanh();
        Value z = y.mul(x).sum();
        if (labelled) {
            x.label("same");
            y.label("same");
            z.label("same");
        }
        z.backward();
        return x.grad().data();
    }

    @Test
    default void twoEnginesSideBySideDoNotDisturbEachOther() {
        try (Engine other = open()) {
            Variable x = engine().variable(3);
            Variable u = other.variable(Shape.of(2), 4, 5);
            Value y = x.mul(x);
            Value v = u.mul(u);

            v.sum().backward();
            y.backward();
            Value z = v.mul(u).sum();
            y.mul(x).backward();
            u.zeroGrad();
            z.backward();

            Close.assertSame("here", 6 + 27, x.grad().item());
            Close.assertSame("there", new double[] {48, 75}, u.grad().data());
        }
    }

    @Test
    default void closingOneEngineLeavesTheOtherOpen() {
        Variable x = engine().variable(3);
        Engine other = open();
        other.variable(1).mul(2);
        other.close();

        x.mul(x).backward();

        Close.assertSame("gradient", 6, x.grad().item());
    }
}
