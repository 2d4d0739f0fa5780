/** Layers, losses, optimisers, data and training, on any engine. */
module org.wengert.nn {
    requires transitive org.wengert;
    requires com.google.gson;
    requires de.siegmar.fastcsv;
    requires static transitive org.jspecify;

    exports org.wengert.nn;
    exports org.wengert.nn.data;
    exports org.wengert.nn.io;
    exports org.wengert.nn.optim;
    exports org.wengert.nn.train;
}
