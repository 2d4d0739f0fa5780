package org.wengert.scalar;

import org.wengert.Shape;

/**
 * One number: its value, the gradient of the latest sweep, and the closure that sends this gradient on to the nodes the
 * number was made of. A node is a value of shape [] in its own right.
 */
final class Node extends GraphValue {
    double data;
    double grad;
    private Backward backward = Backward.NOTHING;

    Node(ScalarEngine engine, Origin origin, double data) {
        super(engine, origin);
        this.data = data;
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
}
