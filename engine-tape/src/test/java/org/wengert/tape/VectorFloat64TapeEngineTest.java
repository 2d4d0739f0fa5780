package org.wengert.tape;

import org.wengert.tck.Arithmetic;

class VectorFloat64TapeEngineTest extends TapeEngineTck {
    VectorFloat64TapeEngineTest() {
        super("vector", Arithmetic.FLOAT64.within(4));
    }
}
