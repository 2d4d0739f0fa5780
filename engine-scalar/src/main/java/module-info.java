import org.wengert.scalar.ScalarEngineProvider;
import org.wengert.spi.EngineProvider;

/** The closure-graph engine: every number is a node. Found by its provider; exports nothing. */
module org.wengert.scalar {
    requires org.wengert;

    provides EngineProvider with
            ScalarEngineProvider;
}
