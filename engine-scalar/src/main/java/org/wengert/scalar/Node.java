package org.wengert.scalar;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.op.Binary;
import org.wengert.op.Unary;

/**
 * One number: its value, the gradient of the latest sweep, the nodes it was made of and, in its origin, the rule that
 * sends this gradient on to them. A node is a value of shape [] in its own right.
 */
class Node extends GraphValue {
    double data;
    double grad;

    /** What it was made of by an operation of the tables, as nearly always; else the origin knows. */
    private @Nullable Node left;

    private @Nullable Node right;

    Node(ScalarEngine engine, Origin origin, double data) {
        super(engine, origin);
        this.data = data;
    }

    /**
     * A number made of one or two others. Nothing is decided in here: a new object that is filled at once, in a straight
     * line, needs no barriers of the garbage collector, which are dear for six references.
     */
    Node(
            ScalarEngine engine,
            Origin origin,
            @Nullable GraphValue previous,
            double data,
            Node left,
            @Nullable Node right) {
        super(engine, origin, previous);
        this.data = data;
        this.left = left;
        this.right = right;
    }

    /** The first operand, for rules of operations that have one. */
    final Node left() {
        return Objects.requireNonNull(left);
    }

    /** The second operand, for rules of operations that have two. */
    final Node right() {
        return Objects.requireNonNull(right);
    }

    final void send() {
        origin().rule().send(this);
    }

    @Override
    void sendBack() {
        send();
    }

    @Override
    void clear() {
        grad = 0;
    }

    @Override
    final int size() {
        return 1;
    }

    @Override
    final Node node(int i) {
        return this;
    }

    @Override
    public final Shape shape() {
        return Shape.SCALAR;
    }

    // The general road leads to the same; for single numbers its lists and checks cost more than the operation.

    @Override
    public final Value apply(Unary op) {
        requireUsable(op.name());
        return owner().number(op, this);
    }

    @Override
    public final Value apply(Binary op, Value right) {
        if (right instanceof Node other && other.engine() == engine()) {
            requireUsable(op.name());
            other.requireUsable(op.name());
            return owner().number(op, this, other);
        }
        return super.apply(op, right);
    }

    @Override
    final void reachOperands(Sweep sweep) {
        if (left == null) {
            super.reachOperands(sweep);
        } else {
            sweep.reach(left);
            if (right != null) {
                sweep.reach(right);
            }
        }
    }

    @Override
    final List<Value> madeOf() {
        return left == null ? super.madeOf() : right == null ? List.of(left) : List.of(left, right);
    }
}
