package org.wengert.tape;

import java.util.Arrays;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/** A leaf that can be set and whose gradient adds up in storage of its own. */
final class TapeVariable extends Leaf implements Variable {
    final double[] gradient;

    TapeVariable(TapeEngine engine, Shape shape, double[] data) {
        super(engine, shape, data, true);
        gradient = new double[data.length];
    }

    @Override
    boolean isDifferentiable() {
        return true;
    }

    @Override
    protected double[] readGradient() {
        return gradient.clone();
    }

    @Override
    public void set(double... numbers) {
        requireSettable(numbers);
        leaveTape();
        System.arraycopy(numbers, 0, data, 0, data.length);
    }

    @Override
    public void set(Value value) {
        requireSettable(value);
        set(value.data());
    }

    @Override
    public void zeroGrad() {
        requireUsable("zeroGrad");
        Arrays.fill(gradient, 0);
    }

    @Override
    public TapeVariable label(String label) {
        super.label(label);
        return this;
    }
}
