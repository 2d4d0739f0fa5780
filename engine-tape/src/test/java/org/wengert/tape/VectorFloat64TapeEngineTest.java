package org.wengert.tape;

import java.util.Map;
import org.wengert.tck.EngineTck;

/** Fails, rather than falling back, where the vector kernels cannot be had. */
class VectorTapeEngineTest extends EngineTck {
    VectorTapeEngineTest() {
        super(new TapeEngineProvider(), Map.of(TapeEngineProvider.KERNELS, "vector"));
    }
}
