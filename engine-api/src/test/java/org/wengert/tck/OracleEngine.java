package org.wengert.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.wengert.Graph;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Op;
import org.wengert.spi.AbstractEngine;

/**
 * The engine that others are measured against: 60 digits, values by the plain {@link Definitions} of operations and
 * derivatives computed forward from them by an independent library, so that nothing comes from an engine's tables. What it
 * hands out as {@code double} is rounded once; {@link OracleValue} has all digits.
 */
final class OracleEngine extends AbstractEngine {
    static final String NAME = "oracle";

    private final DfpField field;
    private long clock;
    private long sweeps;

    /** An engine of 60 digits. */
    OracleEngine() {
        this(Exact.FIELD);
    }

    /** An engine of other digits, to try how many there are to lose. */
    OracleEngine(DfpField field) {
        super(NAME);
        this.field = field;
    }

    @Override
    public String description() {
        return 4 * field.getRadixDigits() + " digits, by definition";
    }

    /** Counts up whenever something happens that others may come before or after. */
    long tick() {
        return ++clock;
    }

    boolean isLatestSweep(long sweep) {
        return sweep == sweeps && sweeps != 0;
    }

    Dfp[] exact(double... data) {
        return Arrays.stream(data).mapToObj(field::newDfp).toArray(Dfp[]::new);
    }

    Dfp[] zeros(int count) {
        Dfp[] zeros = new Dfp[count];
        Arrays.fill(zeros, field.getZero());
        return zeros;
    }

    @Override
    protected Value newConstant(Shape shape, double[] data) {
        return new OracleValue(this, OracleOrigin.CONSTANT, shape, exact(data));
    }

    @Override
    protected Variable newVariable(Shape shape, double[] data) {
        return new OracleVariable(this, shape, exact(data));
    }

    @Override
    protected Value compute(Op op, Value[] operands, Shape shape, boolean record) {
        List<Value> kept = List.of(operands);
        List<Shape> shapes = kept.stream().map(Value::shape).collect(Collectors.toList());
        List<Dfp[]> numbers =
                kept.stream().map(x -> ((OracleValue) x).numbers()).collect(Collectors.toList());
        List<Derivation.Result> results = Derivation.of(op, shapes, shape, numbers);
        Dfp[] values = results.stream().map(Derivation.Result::value).toArray(Dfp[]::new);
        OracleOrigin origin =
                record ? new OracleOrigin(Optional.of(op), kept, results, ++clock) : OracleOrigin.UNRECORDED;
        return new OracleValue(this, origin, shape, values);
    }

    @Override
    protected void differentiate(Value root, double[] seed) {
        List<OracleValue> order = new ArrayList<>();
        for (Value value : Graph.operandsFirst(root)) {
            OracleValue each = (OracleValue) value;
            each.requireFresh();
            order.add(each);
        }
        sweeps++;
        order.forEach(value -> value.beginSweep(sweeps));
        ((OracleValue) root).receive(exact(seed));
        for (int k = order.size() - 1; k >= 0; k--) {
            order.get(k).send();
        }
    }
}
