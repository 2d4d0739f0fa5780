package org.wengert.tape;

import java.util.List;
import java.util.Optional;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.error.WengertException;
import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Structural;
import org.wengert.op.Unary;

/** Stands for an operand or a result while the formula of an update is written down; it has no numbers. */
final class Symbol implements Value {
    final int number;
    private final Program program;

    Symbol(Program program, int number) {
        this.program = program;
        this.number = number;
    }

    boolean isOf(Program other) {
        return program == other;
    }

    @Override
    public Value apply(Unary op) {
        return program.add(op, this, this);
    }

    @Override
    public Value apply(Binary op, Value right) {
        return program.add(op, this, program.own(right));
    }

    @Override
    public Value apply(Structural op, Value... others) {
        throw new WengertException("update: only elementwise operations can stand in an update rule: got " + op.name());
    }

    @Override
    public Value constantLike(double constant) {
        return program.constant(constant);
    }

    @Override
    public Shape shape() {
        return Shape.SCALAR;
    }

    @Override
    public Optional<Op> op() {
        return Optional.empty();
    }

    @Override
    public List<Value> operands() {
        return List.of();
    }

    @Override
    public String label() {
        return "";
    }

    @Override
    public Value label(String label) {
        return this;
    }

    @Override
    public Engine engine() {
        throw noNumbers();
    }

    @Override
    public double[] data() {
        throw noNumbers();
    }

    @Override
    public double item() {
        throw noNumbers();
    }

    @Override
    public Value grad() {
        throw noNumbers();
    }

    private static WengertException noNumbers() {
        return new WengertException(
                "update: a value has no numbers while its rule is written down: pass what changes from step to step"
                        + " as numbers of the update");
    }
}
