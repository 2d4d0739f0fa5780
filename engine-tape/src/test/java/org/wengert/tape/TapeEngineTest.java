package org.wengert.tape;

import org.wengert.tck.EngineTck;

class TapeEngineTest extends EngineTck {
    TapeEngineTest() {
        super(new TapeEngineProvider());
    }
}
