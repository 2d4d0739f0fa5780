package org.wengert.nn.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.error.ConfigurationException;
import org.wengert.nn.Activation;
import org.wengert.nn.Mlp;

/** A class path without the library that writes ONNX. */
class OnnxWithoutLibraryTest {
    @TempDir
    Path folder;

    /** Runs in the other class loader. */
    public static final class Export {
        private Export() {}

        public static String message(String file) {
            try (Engine engine = Engines.open("scalar")) {
                OnnxExport.of(Mlp.of(engine, 1, Activation.TANH, 1)).write(Path.of(file));
                return "written";
            } catch (ConfigurationException e) {
                return String.valueOf(e.getMessage());
            }
        }
    }

    private static URL[] others() throws MalformedURLException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<URL> urls = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator)) {
            if (!entry.isEmpty() && !entry.contains("tribuo") && !entry.contains("protobuf")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(new URL[0]);
    }

    @Test
    void theMissingLibraryIsNamed() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(others(), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            Object message = loader.loadClass(Export.class.getName())
                    .getMethod("message", String.class)
                    .invoke(null, folder.resolve("m.onnx").toString());

            assertEquals(
                    "onnx: library is missing: writing the format needs org.tribuo:tribuo-util-onnx (4.3.2) on the class"
                            + " path",
                    message);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
