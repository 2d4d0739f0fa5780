/** The shared API: what can be differentiated, what a user touches, and how an engine is found. */
module org.wengert {
    requires static transitive org.jspecify;

    exports org.wengert;
    exports org.wengert.draw;
    exports org.wengert.error;
    exports org.wengert.explain;
    exports org.wengert.op;
    exports org.wengert.spi;

    uses org.wengert.spi.EngineProvider;
}
