package org.wengert.tape;

import java.util.List;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;
import org.wengert.spi.AbstractEngine;

/** Reverse-mode differentiation as a Wengert list (Wengert 1964) with a lane for numbers and a lane for arrays. */
final class TapeEngine extends AbstractEngine {
    private final Kernels kernels;
    private final Rules rules;
    private final Tape tape = new Tape();
    private final ScalarLane lane = new ScalarLane(tape);
    private final History history = new History(tape, lane, innermostScope());
    private final Sweep sweep = new Sweep(tape, lane, history);

    TapeEngine(Kernels kernels) {
        super("tape");
        this.kernels = kernels;
        this.rules = new Rules(kernels);
    }

    @Override
    public String description() {
        return "float64, " + kernels.name() + " kernels, 1 thread";
    }

    Tape tape() {
        return tape;
    }

    History history() {
        return history;
    }

    @Override
    protected Value newConstant(Shape shape, double[] data) {
        if (tape.isUnbounded() && !shape.isScalar()) {
            return new Leaf(this, shape, data, true);
        }
        Block block = Block.next(tape, shape);
        System.arraycopy(data, 0, block.data().array(), block.data().at(), data.length);
        return new RowValue(this, shape, addPlain(Tape.CONSTANT, block));
    }

    @Override
    protected Variable newVariable(Shape shape, double[] data) {
        return new TapeVariable(this, shape, data);
    }

    @Override
    protected Value compute(Op op, List<Value> operands, Shape shape, boolean record) {
        int row = record && shape.isScalar() ? recordScalar(op, operands) : -1;
        return new RowValue(this, shape, row >= 0 ? row : computeArray(op, operands, shape, record));
    }

    /** The row, or -1 for what the scalar lane does not know. */
    private int recordScalar(Op op, List<Value> operands) {
        if (op instanceof Binary && ((Binary) op).index() >= 0) {
            return lane.record((Binary) op, row(operands.get(0)), row(operands.get(1)));
        }
        if (op instanceof Unary) {
            return lane.record((Unary) op, row(operands.get(0)));
        }
        return -1;
    }

    private int computeArray(Op op, List<Value> operands, Shape shape, boolean record) {
        Block[] blocks = new Block[operands.size()];
        boolean live = false;
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = Block.of(tape, row(operands.get(i)));
            live |= blocks[i].isLive();
        }
        Block result = Block.next(tape, shape);
        ArrayStep step = new ArrayStep(op, rules.of(op), blocks, result);
        step.forward();
        return record ? tape.add(Tape.ARRAY, step, live) : addPlain(Tape.UNRECORDED, result);
    }

    /** Adds a row that was made of nothing; an array's block is its note, a single number has none. */
    private int addPlain(byte code, Block block) {
        return block.shape.isScalar() ? tape.add(code, -1, 0, false) : tape.add(code, block, false);
    }

    private static int row(Value value) {
        return ((TapeValue) value).row();
    }

    @Override
    protected void differentiate(Value root, double[] seed) {
        sweep.run(row(root), seed);
    }

    @Override
    protected void opened() {
        tape.open(innermostScope());
    }

    @Override
    protected void closed() {
        tape.rewind();
    }
}
