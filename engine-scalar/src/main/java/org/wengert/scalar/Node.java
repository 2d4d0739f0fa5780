package org.wengert.scalar;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wengert.Shape;
import org.wengert.Value;

/**
 * One number: its value, the gradient of the latest sweep, and the closure that sends this gradient on to the nodes the
 * number was made of. A node is a value of shape [] in its own right.
 */
final class Node extends GraphValue {
    double data;
    double grad;
    private Backward backward = Backward.NOTHING;

    /** The operands of an operation on single numbers, which are most: in the node, for a list would be as large. */
    private final @Nullable GraphValue left;

    private final @Nullable GraphValue right;
    private final int time;

    Node(ScalarEngine engine, Origin origin, double data) {
        super(engine, origin);
        this.data = data;
        left = null;
        right = null;
        time = origin.time();
    }

    /** The result of an operation on one or two single numbers, recorded at this time. */
    Node(ScalarEngine engine, Origin origin, double data, GraphValue left, @Nullable GraphValue right, int time) {
        super(engine, origin);
        this.data = data;
        this.left = left;
        this.right = right;
        this.time = time;
    }

    /** Tells the node how to send its gradient on; of no use, and not kept, if nothing behind it has a gradient. */
    Node whenSending(Backward rule) {
        if (isDifferentiable()) {
            backward = rule;
        }
        return this;
    }

    void send() {
        backward.send(grad);
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
    int size() {
        return 1;
    }

    @Override
    Node node(int i) {
        return this;
    }

    @Override
    public Shape shape() {
        return Shape.SCALAR;
    }

    @Override
    int time() {
        return time;
    }

    @Override
    @Nullable
    GraphValue operand(int i) {
        return left == null ? super.operand(i) : i == 0 ? left : i == 1 ? right : null;
    }

    @Override
    List<Value> madeOf() {
        return left == null ? super.madeOf() : right == null ? List.of(left) : List.of(left, right);
    }
}
