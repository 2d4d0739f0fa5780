package org.wengert.scalar;

import java.util.Arrays;
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
        return new Grid(this, Origin.CONSTANT, shape, constants(data));
    }

    private Node[] constants(double[] data) {
        Node[] nodes = new Node[data.length];
        Arrays.setAll(nodes, i -> new Node(this, Origin.CONSTANT, data[i]));
        return nodes;
    }

    @Override
    protected Variable newVariable(Shape shape, double[] data) {
        if (shape.isScalar()) {
            return new VariableNode(this, data[0]);
        }
        VariableNode[] nodes = new VariableNode[data.length];
        Arrays.setAll(nodes, i -> new VariableNode(this, data[i]));
        return new VariableGrid(this, shape, nodes);
    }

    @Override
    protected Value compute(Op op, Value[] operands, Shape shape, boolean record) {
        if (shape.isScalar() && op instanceof Unary entry) {
            return number(entry, (Node) operands[0]);
        }
        if (shape.isScalar() && op instanceof Binary entry) {
            return number(entry, (Node) operands[0], (Node) operands[1]);
        }
        List<Value> kept = List.of(operands);
        Origin origin = record ? Origin.of(op, kept, clock) : Origin.UNRECORDED;
        return recorded(new Formulas(this, origin, kept, shape).apply(op));
    }

    /** The result of an operation on a single number. */
    Node number(Unary op, Node x) {
        double y = op.value(x.data);
        if (!isRecording()) {
            return new Node(this, Origin.UNRECORDED, y);
        }
        return number(origin(unary, op.index(), op, x.isDifferentiable()), y, x, null);
    }

    /** The result of an operation on two single numbers. */
    Node number(Binary op, Node a, Node b) {
        double y = Numbers.value(op, a.data, b.data);
        if (!isRecording()) {
            return new Node(this, Origin.UNRECORDED, y);
        }
        boolean differentiable = a.isDifferentiable() || b.isDifferentiable();
        return number(origin(binary, op.index(), op, differentiable), y, a, b);
    }

    private Node number(Origin origin, double y, Node left, @Nullable Node right) {
        GraphValue previous = latestBefore(origin);
        return recorded(new Node(this, origin, previous, y, left, right));
    }

    /** The results of an entry of the tables share one origin until a variable is set. */
    private Origin origin(@Nullable Origin[] shared, int index, Op op, boolean differentiable) {
        if (index < 0 || !differentiable) {
            return Origin.of(op, differentiable, clock);
        }
        Origin origin = shared[index];
        if (origin == null || origin.op() != op || origin.time() != clock) {
            origin = Origin.of(op, true, clock); // the same entry may also come with other parameters
            shared[index] = origin;
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

    /** The latest value with a gradient that was recorded and is of use; none for what is not recorded itself. */
    @Nullable
    GraphValue latestBefore(Origin origin) {
        return origin.isRecorded() ? recording.latest() : null;
    }

    private <T extends GraphValue> T recorded(T result) {
        if (result.origin().isRecorded()) {
            recording.add(result, clock);
        }
        return result;
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
