package org.wengert.tck.example;

import org.wengert.tck.EngineTck;

class ListEngineTest extends EngineTck {
    ListEngineTest() {
        super(new ListEngineProvider());
    }
}
