import org.wengert.spi.EngineProvider;
import org.wengert.tape.TapeEngineProvider;

/** The array engine: a Wengert list in primitive arrays. Found by its provider; exports nothing. */
module org.wengert.tape {
    requires org.wengert;

    provides EngineProvider with
            TapeEngineProvider;
}
