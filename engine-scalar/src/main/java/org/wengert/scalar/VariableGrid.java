package org.wengert.scalar;

import java.util.Arrays;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/** An array of numbers that are set together. */
final class VariableGrid extends Grid implements Variable {
    private final VariableNode[] numbers;
    private int changed;

    VariableGrid(ScalarEngine engine, Shape shape, VariableNode... numbers) {
        super(engine, Origin.VARIABLE, shape, numbers);
        this.numbers = numbers;
    }

    @Override
    void sendBack() {
        for (VariableNode number : numbers) {
            number.sendBack();
        }
    }

    @Override
    boolean changedSince(int time) {
        return changed - time > 0;
    }

    @Override
    protected double[] readGradient() {
        return Arrays.stream(numbers).mapToDouble(number -> number.total).toArray();
    }

    @Override
    public void set(double... data) {
        requireSettable(data);
        changed = owner().tick();
        for (int i = 0; i < data.length; i++) {
            numbers[i].data = data[i];
        }
    }

    @Override
    public void set(Value value) {
        requireSettable(value);
        set(value.data());
    }

    @Override
    public void zeroGrad() {
        requireUsable("zeroGrad");
        for (VariableNode number : numbers) {
            number.total = 0;
        }
    }

    @Override
    public VariableGrid label(String label) {
        super.label(label);
        return this;
    }
}
