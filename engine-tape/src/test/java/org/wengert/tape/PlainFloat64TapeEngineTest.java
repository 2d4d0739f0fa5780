package org.wengert.tape;

import org.wengert.tck.Arithmetic;

class PlainFloat64TapeEngineTest extends TapeEngineTck {
    PlainFloat64TapeEngineTest() {
        super("plain", Arithmetic.FLOAT64);
    }
}
