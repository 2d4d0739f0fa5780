package org.wengert.tape;

import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.spi.AbstractValue;

/** A handle to a row of the tape. */
abstract class TapeValue extends AbstractValue {
    private final Shape shape;

    TapeValue(TapeEngine engine, Shape shape, boolean permanent) {
        super(engine, permanent);
        this.shape = shape;
    }

    TapeValue(Scope home, Shape shape) {
        super(home);
        this.shape = shape;
    }

    /** The row this value has on the tape now. */
    abstract int row();

    final Tape tape() {
        return ((TapeEngine) engine()).tape();
    }

    @Override
    public final Shape shape() {
        return shape;
    }
}
