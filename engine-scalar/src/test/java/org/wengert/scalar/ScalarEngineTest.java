package org.wengert.scalar;

import org.wengert.tck.EngineTck;

class ScalarEngineTest extends EngineTck {
    ScalarEngineTest() {
        super(new ScalarEngineProvider());
    }
}
