package org.wengert.tck.example;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.op.Op;
import org.wengert.spi.AbstractValue;

/** Numbers, what they were made of, and the gradient that a sweep brings. */
class ListValue extends AbstractValue {
    private final ListEngine engine;
    private final Shape shape;
    private final boolean recorded;
    private final Rules.@Nullable Pullback pullback;
    private final @Nullable Op op;
    private final List<Value> operands;
    private final boolean differentiable;
    private final int time;
    private String label = "";
    private int walk;
    private int sweep;

    double[] numbers;
    double[] gradient = {};

    /** The result of an operation, recorded when the engine's clock stood at this time. */
    ListValue(ListEngine engine, Shape shape, Rules.Result result, Op op, List<Value> operands, int time) {
        super(engine, false);
        this.engine = engine;
        this.shape = shape;
        this.numbers = result.numbers();
        this.pullback = result.pullback();
        this.op = op;
        this.operands = operands;
        this.differentiable = operands.stream().anyMatch(operand -> ((ListValue) operand).differentiable);
        this.time = time;
        this.recorded = true;
    }

    /** What was not made of anything, or does not know it. */
    ListValue(ListEngine engine, Shape shape, double[] numbers, boolean permanent, boolean recorded) {
        super(engine, permanent);
        this.engine = engine;
        this.shape = shape;
        this.numbers = numbers;
        this.pullback = null;
        this.op = null;
        this.operands = List.of();
        this.differentiable = permanent;
        this.time = 0;
        this.recorded = recorded;
    }

    static ListValue constant(ListEngine engine, Shape shape, double[] numbers) {
        return new ListValue(engine, shape, numbers, false, true);
    }

    static ListValue unrecorded(ListEngine engine, Shape shape, double[] numbers) {
        return new ListValue(engine, shape, numbers, false, false);
    }

    int time() {
        return time;
    }

    void markIn(int number) {
        walk = number;
    }

    boolean isMarkedIn(int number) {
        return walk == number;
    }

    /** Clears the gradient when a sweep first comes here. */
    void begin(int next) {
        if (sweep != next) {
            sweep = next;
            gradient = new double[shape.size()];
        }
    }

    void receive(double[] share) {
        for (int i = 0; i < share.length; i++) {
            gradient[i] += share[i];
        }
    }

    void sendBack() {
        if (pullback != null) {
            double[][] receivers = new double[operands.size()][];
            Arrays.setAll(receivers, i -> ((ListValue) operands.get(i)).gradient);
            pullback.send(gradient, receivers);
        }
    }

    @Override
    protected double[] read() {
        return numbers.clone();
    }

    /** Constants take part in a sweep, which is simpler than to leave them out; what they received is not shown. */
    @Override
    protected double[] readGradient() {
        boolean received = differentiable && sweep == engine.sweep() && sweep != 0;
        return received ? gradient.clone() : new double[shape.size()];
    }

    @Override
    protected boolean isRecorded() {
        return recorded;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public Optional<Op> op() {
        requireUsable("op");
        return Optional.ofNullable(op);
    }

    @Override
    public List<Value> operands() {
        requireUsable("operands");
        return operands;
    }

    @Override
    public String label() {
        return home().isOpen() ? label : "";
    }

    @Override
    public Value label(String text) {
        requireUsable("label");
        label = text;
        return this;
    }
}
