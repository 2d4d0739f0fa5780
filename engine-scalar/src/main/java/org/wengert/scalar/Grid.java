package org.wengert.scalar;

import org.wengert.Shape;

/** An array of nodes that one operation made, in row-major order. */
class Grid extends GraphValue {
    private final Shape shape;
    private final Node[] nodes;

    Grid(ScalarEngine engine, Origin origin, Shape shape, Node[] nodes) {
        super(engine, origin);
        this.shape = shape;
        this.nodes = nodes;
    }

    @Override
    final int size() {
        return nodes.length;
    }

    @Override
    final Node node(int i) {
        return nodes[i];
    }

    @Override
    public final Shape shape() {
        return shape;
    }
}
