package org.wengert.bench.run;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.wengert.Configuration;
import org.wengert.Engines;
import org.wengert.Nearest;
import org.wengert.bench.suite.HandWritten;
import org.wengert.bench.suite.Networks;
import org.wengert.error.UnknownEngineException;
import org.wengert.spi.EngineProvider;

/**
 * A suite of training steps that a file of properties describes.
 *
 * <pre>{@code
 * title      = Our model
 * networks   = 20-64-64-3 tanh adam; 784-128-10
 * batches    = 1, 64
 * engines    = tape, scalar, hand-loops
 * precisions = float64, float32
 * kernels    = auto
 * threads    = 1, 2
 * baseline   = tape float64 1 thread
 * }</pre>
 *
 * <p>Only {@code networks} must be there, each as {@link Networks} reads it, with {@code ;} between them. What an engine
 * has no setting for becomes a row that says so. Any engine on the class path can take part.
 */
public final class SuiteFile {
    private static final List<String> KEYS =
            List.of("title", "networks", "batches", "engines", "precisions", "kernels", "threads", "baseline");

    private final Path file;
    private final Properties properties;

    private SuiteFile(Path file, Properties properties) {
        this.file = file;
        this.properties = properties;
    }

    /**
     * Reads a suite.
     *
     * @throws IllegalArgumentException if there is none in the file; the text names the file, the key, the value and what is
     *     allowed
     */
    public static Suite read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + ": no such file", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) { // a malformed escape, of which the reader tells no place
            throw new IllegalArgumentException(
                    file + ": cannot be read: " + e.getMessage() + "; a backslash is written as two", e);
        }
        return new SuiteFile(file, properties).suite();
    }

    private Suite suite() {
        properties.stringPropertyNames().forEach(key -> {
            if (!KEYS.contains(key)) {
                throw refused(
                        key,
                        "there is no such key; there are " + String.join(", ", KEYS)
                                + Nearest.suggestion(key, KEYS.stream()));
            }
        });
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.properties$", "");
        Entry entry = StepSuites.steps(ByLevel.always(networks()), ByLevel.always(contenders()));
        String baseline = properties.getProperty("baseline", "").strip();
        Suite suite = new Suite(
                name,
                properties.getProperty("title", "Training steps of " + name),
                "time of training steps that " + file.getFileName() + " names",
                baseline,
                List.of(entry));
        requireBaseline(suite);
        return suite;
    }

    private void requireBaseline(Suite suite) {
        List<String> labels = suite.cases(Level.QUICK, Choice.NONE).stream()
                .map(Case::contender)
                .distinct()
                .toList();
        if (!suite.baseline().isEmpty() && !labels.contains(suite.baseline())) {
            throw refused("baseline", "no contender has this name; there are '" + String.join("', '", labels) + "'");
        }
    }

    private List<String> networks() {
        if (properties.getProperty("networks", "").isBlank()) {
            throw new IllegalArgumentException(
                    file + ": networks is missing: for instance networks = 784-128-10 tanh batch=64");
        }
        List<String> networks = list("networks", ";", "");
        networks.forEach(network -> requireNetwork("networks", network));
        if (properties.getProperty("batches") == null) {
            return networks;
        }
        List<String> all = new ArrayList<>();
        for (String network : networks) {
            if (network.contains(" batch=")) {
                throw refused("batches", "the network '" + network + "' has a batch of its own");
            }
            for (String batch : matching("batches", "", "[1-9][0-9]{0,5}", "a whole number from 1 to 999999")) {
                String sized = network + " batch=" + batch;
                requireNetwork("batches", sized);
                all.add(sized);
            }
        }
        return all;
    }

    private void requireNetwork(String key, String network) {
        try {
            Networks.describe(network);
        } catch (IllegalArgumentException e) {
            throw refused(key, String.valueOf(e.getMessage()).replaceFirst("^benchmark: ", ""));
        }
    }

    /** Every combination, the engines outermost. */
    private List<Map<String, String>> contenders() {
        List<Map<String, String>> all = List.of(Map.of());
        all = times(all, "contender", engines());
        all = times(all, "precision", matching("precisions", "float64", Allowed.PRECISION, "float64 or float32"));
        all = times(all, "kernels", matching("kernels", "auto", Allowed.KERNELS, "auto, plain or vector"));
        return times(all, "threads", matching("threads", "auto", Allowed.THREADS, "auto or a number from 1"));
    }

    private static List<Map<String, String>> times(
            List<Map<String, String>> all, String parameter, List<String> values) {
        List<Map<String, String>> product = new ArrayList<>();
        for (Map<String, String> one : all) {
            for (String value : values) {
                Map<String, String> more = new LinkedHashMap<>(one);
                more.put(parameter, value);
                product.add(more);
            }
        }
        return product;
    }

    private List<String> engines() {
        String every = Engines.providers().stream().map(EngineProvider::name).collect(Collectors.joining(","));
        List<String> engines = list("engines", ",", every);
        for (String engine : engines) {
            try {
                if (!HandWritten.names().contains(engine)) {
                    Engines.choose(engine, Configuration.ofProcess());
                }
            } catch (UnknownEngineException e) {
                throw refused("engines", e.getMessage() + "; and " + String.join(", ", HandWritten.names()));
            }
        }
        return engines;
    }

    private List<String> matching(String key, String standard, String pattern, String allowed) {
        List<String> values = list(key, ",", standard);
        for (String value : values) {
            if (!value.matches(pattern)) {
                throw refused(key, "'" + value + "' is not " + allowed);
            }
        }
        return values;
    }

    private List<String> list(String key, String separator, String standard) {
        List<String> values = Arrays.stream(
                        properties.getProperty(key, standard).split(separator))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        if (values.isEmpty()) {
            throw refused(
                    key,
                    "nothing is there; without the key it is " + (standard.isEmpty() ? "the networks' own" : standard));
        }
        if (values.stream().distinct().count() < values.size()) {
            throw refused(key, "something is there twice");
        }
        return values;
    }

    private IllegalArgumentException refused(String key, String why) {
        return new IllegalArgumentException(file + ": " + key + " = " + properties.getProperty(key) + ": " + why);
    }
}
