package org.wengert.tape;

import org.wengert.tck.Arithmetic;

class VectorFloat32TapeEngineTest extends TapeEngineTck {
    VectorFloat32TapeEngineTest() {
        super("vector", Arithmetic.FLOAT32.within(4));
    }
}
