package org.wengert.tape;

import org.jspecify.annotations.Nullable;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/**
 * A leaf that can be set, with a gradient that adds up in storage of its own. That storage is made when the first share
 * arrives, and zeroing only notes that it is to be overwritten.
 */
final class TapeVariable<A> extends Leaf<A> implements Variable {
    private @Nullable A gradient;
    private boolean zero = true;

    TapeVariable(TapeEngine<A> owner, Shape shape, double[] data) {
        super(owner, shape, data);
    }

    /** Adds the adjoint that was gathered in the row of a single number. */
    void deliver(double adjoint) {
        A to = storage();
        owner.kernels().spread(adjoint, to, 0, 1, !zero);
        zero = false;
    }

    private A storage() {
        A made = gradient;
        if (made == null) {
            made = owner.kernels().allocate(size());
            gradient = made;
        }
        return made;
    }

    /** The gradient, or null while it is zero. */
    @Nullable
    A gradient() {
        return zero ? null : gradient;
    }

    @Override
    boolean isLive() {
        return true;
    }

    @Override
    A adjoint() {
        return isCopied() ? super.adjoint() : storage();
    }

    @Override
    boolean reach() {
        super.reach();
        if (isCopied()) {
            return true;
        }
        boolean before = !zero;
        zero = false;
        return before;
    }

    @Override
    protected double[] readGradient() {
        double[] copy = new double[size()];
        A there = gradient();
        if (there != null) {
            owner.kernels().get(there, 0, copy);
        }
        return copy;
    }

    @Override
    public Value grad() {
        requireUsable("grad");
        return owner.copyOf(gradient(), shape());
    }

    @Override
    public void set(double... data) {
        requireSettable(data);
        leaveTape();
        owner.kernels().put(data, numbers, 0);
    }

    @Override
    @SuppressWarnings("unchecked") // checked to be a value of this engine
    public void set(Value value) {
        requireSettable(value);
        TapeValue<A> from = (TapeValue<A>) value;
        A source = from instanceof Leaf ? ((Leaf<A>) from).numbers : from.store();
        int start = from instanceof Leaf ? 0 : from.at();
        leaveTape();
        owner.kernels().copy(source, start, numbers, 0, size(), false);
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
