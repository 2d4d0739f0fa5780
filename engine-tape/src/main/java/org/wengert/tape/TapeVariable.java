package org.wengert.tape;

import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/** A leaf that can be set, with a gradient that adds up in its storage. Zeroing only notes that it is to be overwritten. */
final class TapeVariable<A> extends Leaf<A> implements Variable {
    private boolean zero = true;

    TapeVariable(TapeEngine<A> owner, Shape shape, double[] data, Storage<A> storage) {
        super(owner, shape, data, storage, true);
    }

    /** Adds the adjoint that was gathered in the row of a single number. */
    void deliver(double adjoint) {
        owner.kernels().spread(adjoint, storage.gradients(), start, 1, !zero);
        zero = false;
    }

    /** Whether the gradient is zero; what its storage holds is then to be overwritten. */
    boolean isStill() {
        return zero;
    }

    /** Whether the numbers begin where those of another variable end. */
    boolean follows(TapeVariable<A> other) {
        return storage == other.storage && start == other.start + other.size();
    }

    @Override
    boolean reach() {
        super.reach();
        if (inRow) {
            return true;
        }
        storage.gradients(); // made now if never before, for rules take them from the room
        boolean before = !zero;
        zero = false;
        return before;
    }

    @Override
    protected double[] readGradient() {
        double[] copy = new double[size()];
        if (!zero) {
            owner.kernels().get(storage.gradients(), start, copy);
        }
        return copy;
    }

    @Override
    public Value grad() {
        requireUsable("grad");
        return owner.copyOf(zero ? null : storage.gradients(), start, shape());
    }

    @Override
    public void set(double... data) {
        requireSettable(data);
        leaveTape();
        owner.kernels().put(data, storage.numbers, start);
    }

    @Override
    @SuppressWarnings("unchecked") // checked to be a value of this engine
    public void set(Value value) {
        requireSettable(value);
        if (value instanceof Leaf) {
            Leaf<A> leaf = (Leaf<A>) value;
            set(leaf.storage.numbers, leaf.start);
        } else {
            TapeValue<A> from = (TapeValue<A>) value;
            set(from.store(), from.at());
        }
    }

    private void set(A source, int at) {
        leaveTape();
        owner.kernels().copy(source, at, storage.numbers, start, size(), false);
    }

    @Override
    public void zeroGrad() {
        requireUsable("zeroGrad");
        zero = true;
    }

    @Override
    public TapeVariable<A> label(String label) {
        super.label(label);
        return this;
    }
}
