package org.wengert.tape;

import org.wengert.tck.Arithmetic;

class PlainFloat32TapeEngineTest extends TapeEngineTck {
    PlainFloat32TapeEngineTest() {
        super("plain", Arithmetic.FLOAT32);
    }
}
