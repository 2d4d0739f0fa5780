package org.wengert.tape;

import org.wengert.tck.BrokenEnginesTck;

class BrokenTapeEnginesTest extends BrokenEnginesTck {
    BrokenTapeEnginesTest() {
        super(PlainTapeProvider.class, 0);
    }
}
