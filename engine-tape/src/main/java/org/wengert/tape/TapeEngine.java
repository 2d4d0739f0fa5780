package org.wengert.tape;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wengert.RowReader;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.UpdateRule;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.CapacityException;
import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;
import org.wengert.spi.AbstractEngine;

/**
 * Reverse-mode differentiation as a Wengert list (Wengert 1964), with a lane for single numbers in double precision and
 * a lane for arrays in either.
 *
 * @param <A> the array type of the precision
 */
final class TapeEngine<A> extends AbstractEngine {
    private final Kernels<A> kernels;
    private final Workers workers;
    private final Rules<A> rules;
    private final Arena<A> arena;
    private final Tape tape;
    private final ScalarLane lane;
    private final History<A> history;
    private final Sweep<A> sweep;
    private final Updater<A> updater;
    private final Gathering<A> gathering;
    private final boolean scalarLane;

    /** Where the next small variable will lie, if there is room. */
    private Storage<A> small;

    private int clock;

    TapeEngine(Kernels<A> kernels, Workers workers) {
        super("tape");
        this.kernels = kernels;
        this.workers = workers;
        rules = new Rules<>(kernels);
        arena = new Arena<>(kernels);
        tape = new Tape(this, arena);
        lane = new ScalarLane(tape);
        history = new History<>(this, lane, innermostScope());
        sweep = new Sweep<>(this, tape, new ScalarSweep(tape, lane));
        updater = new Updater<>(kernels, workers);
        gathering = new Gathering<>(this);
        small = Storage.shared(kernels);
        scalarLane = kernels.precision().equals("float64");
        tape.recording = recordedScope();
    }

    private @Nullable Scope recordedScope() {
        return scalarLane && isRecording() ? innermostScope() : null;
    }

    @Override
    public String description() {
        return kernels.precision() + ", " + kernels.name() + " kernels, " + workers.threads()
                + (workers.threads() == 1 ? " thread" : " threads");
    }

    @Override
    protected String usage() {
        return tape.usage(scalarLane ? Double.BYTES : Float.BYTES);
    }

    /** Counts one more change of a variable. */
    int tick() {
        return ++clock;
    }

    /** How often variables have changed. */
    int time() {
        return clock;
    }

    Kernels<A> kernels() {
        return kernels;
    }

    Arena<A> arena() {
        return arena;
    }

    Tape tape() {
        return tape;
    }

    History<A> history() {
        return history;
    }

    /** Whether single numbers go by the scalar lane; in single precision they are arrays like all others. */
    boolean hasScalarLane() {
        return scalarLane;
    }

    /** The room of rows. */
    @SuppressWarnings("unchecked") // asked for only in double precision, where A is double[]
    Room<A> rows() {
        return (Room<A>) tape.room();
    }

    @Override
    protected Value newConstant(Shape shape, double[] data) {
        if (shape.isScalar() && scalarLane) {
            return newNumber(data[0]);
        }
        if (tape.isUnbounded()) {
            return new Leaf<>(this, shape, data, new Storage<>(kernels, data.length), false);
        }
        ArrayValue<A> constant = ArrayValue.constant(this, shape);
        kernels.put(data, constant.store(), constant.at());
        return constant;
    }

    @Override
    protected Value newConstant(Shape shape, RowReader rows) {
        return tape.isUnbounded() ? super.newConstant(shape, rows) : gathering.constant(shape, rows);
    }

    /** A constant of shape []. */
    Value newNumber(double number) {
        if (!scalarLane) {
            return newConstant(Shape.SCALAR, new double[] {number});
        }
        int row = tape.add(Row.CONSTANT, 0, 0);
        tape.values[row] = number;
        return new RowValue<>(this, row);
    }

    /** Whether operations on single numbers go by the scalar lane now. */
    boolean recordsNumbers() {
        return tape.recording != null;
    }

    /** What to throw where there is no room for a number. */
    CapacityException full(Op op, Throwable cause) {
        return full(op.name(), Shape.SCALAR, cause);
    }

    /** A handle to a row; made after it, for only a new object that is filled at once needs no collector's barriers. */
    Value number(int row) {
        return new RowValue<>(this, row);
    }

    /** The result of an operation of the scalar lane. */
    Value number(Unary op, int x) {
        return number(lane.record(op, x));
    }

    /** The result of an operation of the scalar lane. */
    Value number(Binary op, int left, int right) {
        return number(lane.record(op, left, right));
    }

    /** A constant with the numbers from a position on, or of zeros if there are none. */
    Value copyOf(@Nullable A numbers, int at, Shape shape) {
        if (tape.isUnbounded() || shape.isScalar()) {
            double[] copy = new double[shape.size()];
            if (numbers != null) {
                kernels.get(numbers, at, copy);
            }
            return newConstant(shape, copy);
        }
        ArrayValue<A> constant = ArrayValue.constant(this, shape);
        if (numbers == null) {
            kernels.spread(0, constant.store(), constant.at(), shape.size(), false);
        } else {
            kernels.copy(numbers, at, constant.store(), constant.at(), shape.size(), false);
        }
        return constant;
    }

    @Override
    protected Variable newVariable(Shape shape, double[] data) {
        return new TapeVariable<>(this, shape, data, storageFor(data.length));
    }

    private Storage<A> storageFor(int count) {
        if (count > Storage.SMALL) {
            return new Storage<>(kernels, count);
        }
        if (!small.hasRoom(count)) {
            small = Storage.shared(kernels);
        }
        return small;
    }

    @Override
    protected Value compute(Op op, Value[] operands, Shape shape, boolean record) {
        if (scalarLane && shape.isScalar()) { // recorded or not, for kernels may differ from the table in the last bit
            if (op instanceof Binary && ((Binary) op).index() >= 0) {
                int a = row(operands[0]);
                int b = row(operands[1]);
                return record
                        ? number((Binary) op, a, b)
                        : unrecorded(((Binary) op).value(tape.values[a], tape.values[b]));
            }
            if (op instanceof Unary) {
                int x = row(operands[0]);
                return record ? number((Unary) op, x) : unrecorded(((Unary) op).value(tape.values[x]));
            }
        }
        return ArrayValue.result(this, op, rules.of(op), operands, shape, record);
    }

    private static int row(Value value) {
        return ((TapeValue<?>) value).row();
    }

    /** A number that was computed in an inference scope. */
    private Value unrecorded(double number) {
        int row = tape.add(Row.UNRECORDED, 0, 0);
        tape.values[row] = number;
        return number(row);
    }

    @Override
    @SuppressWarnings("unchecked") // checked to be a value of this engine
    protected void differentiate(Value root, double[] seed) {
        sweep.run((TapeValue<A>) root, seed);
    }

    @Override
    protected void move(UpdateRule rule, Variable variable, List<Variable> state, double... numbers) {
        Program program = updater.program(rule, state.size(), numbers.length);
        int before = clock;
        boolean once = leaveTape(variable, before);
        for (int i = 0; i < state.size(); i++) {
            once &= leaveTape(state.get(i), before);
        }
        if (once) {
            updater.run(program, own(variable), state, numbers);
        } else { // one result may not be written over what another is computed from
            super.move(rule, variable, state, numbers);
        }
    }

    @Override
    protected void move(
            UpdateRule rule,
            List<? extends Variable> variables,
            List<? extends List<? extends Variable>> states,
            double... numbers) {
        Program program = updater.program(rule, states.get(0).size(), numbers.length);
        int before = clock;
        boolean once = true;
        for (int i = 0; i < variables.size(); i++) {
            once &= leaveTape(variables.get(i), before);
            for (int k = 0; k < states.get(i).size(); k++) {
                once &= leaveTape(states.get(i).get(k), before);
            }
        }
        if (once) {
            updater.run(program, variables, states, numbers);
        } else { // what stands twice moves twice
            super.move(rule, variables, states, numbers);
        }
    }

    /** Takes a variable off the tape; returns whether that is the first time since. */
    private boolean leaveTape(Variable variable, int since) {
        TapeVariable<A> leaving = own(variable);
        boolean first = !leaving.changedSince(since);
        leaving.leaveTape();
        return first;
    }

    static void requireResults(int results, int states) {
        checkResults(results, states);
    }

    @SuppressWarnings("unchecked") // an array of a generic type cannot be made otherwise
    TapeValue<A>[] newOperands(int count) {
        return (TapeValue<A>[]) new TapeValue<?>[count];
    }

    @SuppressWarnings("unchecked") // checked to be of this engine
    private TapeVariable<A> own(Variable variable) {
        return (TapeVariable<A>) variable;
    }

    @Override
    protected void opened() {
        tape.open(innermostScope());
        tape.recording = recordedScope();
    }

    @Override
    protected void closed() {
        tape.rewind();
        tape.recording = recordedScope();
    }

    @Override
    protected void shutDown() {
        tape.recording = null;
        tape.epoch++; // so that variables look whether they may still be used
        workers.close();
    }
}
