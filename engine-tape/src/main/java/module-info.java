import org.wengert.spi.EngineProvider;
import org.wengert.tape.TapeEngineProvider;

/** The array engine: a Wengert list in primitive arrays. Found by its provider; exports nothing. */
module org.wengert.tape {
    requires org.wengert;

    // Static: without the module the engine runs on plain kernels and says so.
    requires static jdk.incubator.vector;

    provides EngineProvider with
            TapeEngineProvider;
}
