package org.wengert.tape;

import java.util.Map;
import org.wengert.tck.EngineTck;

class PlainTapeEngineTest extends EngineTck {
    PlainTapeEngineTest() {
        super(new TapeEngineProvider(), Map.of(TapeEngineProvider.KERNELS, "plain"));
    }
}
