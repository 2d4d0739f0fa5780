package org.wengert.bench.run;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Versions of what takes part, as far as its files on the class path tell. */
final class Versions {
    private static final String MAVEN = "META-INF/maven/%s/pom.properties";
    private static final String UNKNOWN = "unknown";

    private Versions() {}

    /** This project's. */
    static String project() {
        return property(MAVEN.formatted("org.wengert/wengert-bench"), "version")
                .or(() -> Optional.ofNullable(Versions.class.getPackage().getImplementationVersion()))
                .orElse(UNKNOWN);
    }

    /** Other libraries' by name; peers only if they are there. */
    static Map<String, String> libraries() {
        Map<String, String> libraries = new LinkedHashMap<>();
        put(libraries, "JMH", MAVEN.formatted("org.openjdk.jmh/jmh-core"), "version");
        put(libraries, "DJL", "pytorch-engine.properties", "djl_version");
        put(libraries, "PyTorch", "pytorch-engine.properties", "pytorch_version");
        put(libraries, "DL4J", MAVEN.formatted("org.deeplearning4j/deeplearning4j-nn"), "version");
        put(libraries, "ND4J", MAVEN.formatted("org.nd4j/nd4j-api"), "version");
        put(libraries, "Spark", MAVEN.formatted("org.apache.spark/spark-core_2.13"), "version");
        put(libraries, "netlib BLAS", MAVEN.formatted("dev.ludovic.netlib/blas"), "version");
        return libraries;
    }

    private static void put(Map<String, String> libraries, String name, String resource, String key) {
        property(resource, key).ifPresent(version -> libraries.put(name, version));
    }

    private static Optional<String> property(String resource, String key) {
        try (@Nullable InputStream in = Versions.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(in);
            return Optional.ofNullable(properties.getProperty(key));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
