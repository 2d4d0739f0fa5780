package org.wengert.scalar;

import java.util.List;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Op;
import org.wengert.spi.AbstractEngine;

/** Reverse-mode differentiation as a graph of nodes and closures. */
final class ScalarEngine extends AbstractEngine {
    private int sweeps;
    private int searches;
    private int clock;

    ScalarEngine() {
        super("scalar");
    }

    @Override
    public String description() {
        return "float64, closures, 1 thread";
    }

    @Override
    protected Value newConstant(Shape shape, double[] data) {
        if (shape.isScalar()) {
            return new Node(this, Origin.CONSTANT, data[0]);
        }
        return new Grid(this, Origin.CONSTANT, shape, nodes(Origin.CONSTANT, data));
    }

    @Override
    protected Variable newVariable(Shape shape, double[] data) {
        return new VariableGrid(this, shape, nodes(Origin.VARIABLE, data));
    }

    private Node[] nodes(Origin origin, double[] data) {
        Node[] nodes = new Node[data.length];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = new Node(this, origin, data[i]);
        }
        return nodes;
    }

    @Override
    protected Value compute(Op op, List<Value> operands, Shape shape, boolean record) {
        Origin origin = record ? Origin.of(op, operands, clock) : Origin.UNRECORDED;
        return new Formulas(this, origin, operands, shape).apply(op);
    }

    @Override
    protected void differentiate(Value root, double[] seed) {
        GraphValue result = (GraphValue) root;
        List<GraphValue> order = Sweep.resultsFirst(result, ++searches);
        sweeps++;
        for (GraphValue value : order) {
            value.beginSweep(sweeps);
        }
        if (result.isDifferentiable()) {
            for (int i = 0; i < seed.length; i++) {
                result.node(i).grad = seed[i];
            }
        }
        for (GraphValue value : order) {
            value.sendBack();
        }
    }

    boolean isLatestSweep(int sweep) {
        return sweep == sweeps && sweeps != 0;
    }

    /** Counts one more change of a variable, so that a recording can tell whether it came before. */
    int tick() {
        return ++clock;
    }
}
