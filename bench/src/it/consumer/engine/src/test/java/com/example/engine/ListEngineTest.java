package com.example.engine;

import org.wengert.tck.EngineTck;

class ListEngineTest extends EngineTck {
    ListEngineTest() {
        super(new ListEngineProvider());
    }
}
