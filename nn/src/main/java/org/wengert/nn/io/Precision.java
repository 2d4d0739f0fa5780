package org.wengert.nn.io;

import org.wengert.Engine;
import org.wengert.Scope;

/** How many digits of a model's numbers a file keeps. */
public enum Precision {
    /** IEEE 754 binary64: about 16 decimal digits in 8 bytes. */
    FLOAT64,
    /** IEEE 754 binary32: about 7 decimal digits in 4 bytes. */
    FLOAT32;

    private static final double LOST_IN_SINGLE = 1 + 0x1p-40;

    /** The one that an engine computes in, so that nothing is lost and nothing is wasted. */
    public static Precision of(Engine engine) {
        try (Scope scope = engine.inference()) {
            return engine.constant(LOST_IN_SINGLE).item() == LOST_IN_SINGLE ? FLOAT64 : FLOAT32;
        }
    }

    Tensor of(Tensor tensor) {
        return this == FLOAT32 ? tensor.toSingle() : tensor;
    }
}
