/** Layers, losses, optimisers, data, training and model files, on any engine. */
@SuppressWarnings("requires-automatic") // the library that writes ONNX is no module, and neither is what it needs
module org.wengert.nn {
    requires transitive org.wengert;
    requires com.google.gson;
    requires static com.google.errorprone.annotations; // javac reads those of Gson
    requires de.siegmar.fastcsv;
    requires static com.google.protobuf;
    requires static org.tribuo.util.onnx;
    requires static transitive org.jspecify;

    exports org.wengert.nn;
    exports org.wengert.nn.data;
    exports org.wengert.nn.io;
    exports org.wengert.nn.optim;
    exports org.wengert.nn.predict;
    exports org.wengert.nn.train;
}
