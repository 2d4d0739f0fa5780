/** An engine of a user's own: exports nothing. */
module com.example.engine {
    requires org.wengert;

    provides org.wengert.spi.EngineProvider with
            com.example.engine.ListEngineProvider;
}
