package org.wengert.tck;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.dfp.Dfp;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.error.StaleValueException;
import org.wengert.op.Op;
import org.wengert.spi.AbstractValue;

/** A value of the {@link OracleEngine}: numbers of 60 digits, and how each depends on those it was made of. */
class OracleValue extends AbstractValue {
    private final OracleEngine engine;
    private final OracleOrigin origin;
    private final boolean differentiable;
    private final Shape shape;
    private Dfp[] numbers;
    private Dfp[] gradient;
    private long swept;
    private String label = "";

    OracleValue(OracleEngine engine, OracleOrigin origin, Shape shape, Dfp... numbers) {
        super(engine, origin == OracleOrigin.VARIABLE);
        this.engine = engine;
        this.origin = origin;
        this.shape = shape;
        this.numbers = numbers;
        gradient = engine.zeros(numbers.length);
        differentiable = origin == OracleOrigin.VARIABLE
                || origin.operands().stream().anyMatch(operand -> ((OracleValue) operand).differentiable);
    }

    /** All digits. */
    final Dfp[] numbers() {
        return numbers;
    }

    final void setNumbers(double... data) {
        numbers = engine.exact(data);
    }

    /** All digits of the gradient. */
    Dfp[] gradient() {
        return differentiable && engine.isLatestSweep(swept) ? gradient : engine.zeros(numbers.length);
    }

    final void beginSweep(long sweep) {
        swept = sweep;
        gradient = engine.zeros(numbers.length);
    }

    final void receive(Dfp... shares) {
        Arrays.setAll(gradient, i -> gradient[i].add(shares[i]));
    }

    /** Sends the gradient, which is complete, to what this was made of. */
    void send() {
        for (int i = 0; i < origin.results().size(); i++) {
            for (Derivation.Share share : origin.results().get(i).shares()) {
                OracleValue operand = (OracleValue) origin.operands().get(share.operand());
                operand.gradient[share.number()] =
                        operand.gradient[share.number()].add(share.slope().multiply(gradient[i]));
            }
        }
    }

    /** Refuses to differentiate what was made of a variable that has been set since. */
    final void requireFresh() {
        for (Value operand : origin.operands()) {
            if (operand instanceof OracleVariable variable && variable.changed() > origin.time()) {
                throw StaleValueException.of(variable);
            }
        }
    }

    @Override
    public final Shape shape() {
        return shape;
    }

    @Override
    protected final double[] read() {
        return rounded(numbers);
    }

    @Override
    protected final double[] readGradient() {
        return rounded(gradient());
    }

    private static double[] rounded(Dfp... numbers) {
        return Arrays.stream(numbers).mapToDouble(Exact::nearest).toArray();
    }

    @Override
    protected final boolean isRecorded() {
        return origin != OracleOrigin.UNRECORDED;
    }

    @Override
    public final Optional<Op> op() {
        requireUsable("op");
        return origin.op();
    }

    @Override
    public final List<Value> operands() {
        requireUsable("operands");
        return origin.operands();
    }

    @Override
    public final String label() {
        return home().isOpen() ? label : "";
    }

    @Override
    public OracleValue label(String label) {
        requireUsable("label");
        this.label = label;
        return this;
    }
}
