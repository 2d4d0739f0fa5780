package org.wengert.scalar;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;
import org.wengert.spi.AbstractEngine;

/** Reverse-mode differentiation as a graph of nodes and closures. */
final class ScalarEngine extends AbstractEngine {
    private final @Nullable Origin[] unary = new Origin[Unary.table().size()];
    private final @Nullable Origin[] binary = new Origin[Binary.table().size()];
    private int sweeps;
    private int clock;

    private Recording recording = new Recording(null);

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

    /** Whether what is made now must know its operation and operands. */
    boolean recordsNow() {
        return isRecording();
    }

    /** The recorded result of an operation on a single number. */
    Value number(Unary op, GraphValue operand) {
        Node x = operand.node(0);
        Node y = new Node(
                this,
                origin(unary, op.index(), op, operand.isDifferentiable()),
                op.value(x.data),
                operand,
                null,
                clock);
        return y.isDifferentiable() ? y.whenSending(Numbers.sending(op, y, x)) : y;
    }

    /** The recorded result of an operation on two single numbers. */
    Value number(Binary op, GraphValue left, GraphValue right) {
        Node a = left.node(0);
        Node b = right.node(0);
        boolean differentiable = left.isDifferentiable() || right.isDifferentiable();
        Node y = new Node(
                this,
                origin(binary, op.index(), op, differentiable),
                Numbers.value(op, a.data, b.data),
                left,
                right,
                clock);
        return differentiable ? y.whenSending(Numbers.sending(op, y, a, b)) : y;
    }

    /** The results of an entry of the tables share one origin. */
    private static Origin origin(@Nullable Origin[] origins, int index, Op op, boolean differentiable) {
        if (index < 0 || !differentiable) {
            return Origin.of(op, differentiable);
        }
        Origin origin = origins[index];
        if (origin == null || origin.op() != op) { // the same entry may come with other parameters
            origin = Origin.of(op, true);
            origins[index] = origin;
        }
        return origin;
    }

    @Override
    protected void differentiate(Value root, double[] seed) {
        GraphValue result = (GraphValue) root;
        if (recording.mayBeStale(clock)) {
            Sweep.requireFresh(result);
        }
        sweeps++;
        if (result.isDifferentiable()) {
            Sweep.run(result, sweeps, seed);
        }
    }

    /** Adds a value with a gradient to those recorded; returns the one before it. */
    @Nullable
    GraphValue recorded(GraphValue value) {
        return recording.add(value, clock);
    }

    @Override
    protected void opened() {
        recording = new Recording(recording);
    }

    @Override
    protected void closed() {
        recording = Objects.requireNonNull(recording.outer);
    }

    @Override
    protected void shutDown() {
        recording = new Recording(null);
    }

    boolean isLatestSweep(int sweep) {
        return sweep == sweeps && sweeps != 0;
    }

    /** Counts one more change of a variable, so that a recording can tell whether it came before. */
    int tick() {
        return ++clock;
    }
}
