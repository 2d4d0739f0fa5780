package org.wengert.scalar;

import org.wengert.tck.BrokenEnginesTck;

class BrokenScalarEnginesTest extends BrokenEnginesTck {
    BrokenScalarEnginesTest() {
        super(ScalarEngineProvider.class, 1);
    }
}
