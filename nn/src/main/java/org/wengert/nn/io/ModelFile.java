package org.wengert.nn.io;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.wengert.Engine;
import org.wengert.error.Excerpt;
import org.wengert.error.WengertException;
import org.wengert.nn.Blueprint;
import org.wengert.nn.Model;
import org.wengert.nn.ModelException;
import org.wengert.nn.data.Preprocessing;

/**
 * A model as a file keeps it: what it is made of, its numbers, and how raw data become its inputs. Whoever has the file can
 * use the model without knowing how it was trained.
 *
 * <p>The file is a {@link Safetensors} file with PyTorch's names and layout ({@code layers.0.weight [outputs, inputs]},
 * {@code layers.1.running_mean}), which other programs read too. Its metadata say the rest: {@code wengert.format} (1),
 * {@code wengert.architecture} and {@code wengert.preprocessing} (JSON), {@code wengert.precision} of the engine, and
 * {@code wengert.version} of the library.
 *
 * @param blueprint     what the model is made of
 * @param preprocessing from raw data to inputs and from outputs to answers; empty if the file says nothing of it
 * @param tensors       the model's numbers by name
 * @param precision     that of the engine it was trained on
 * @param version       of the library that wrote the file
 */
public record ModelFile(
        Blueprint blueprint,
        Optional<Preprocessing> preprocessing,
        Map<String, Tensor> tensors,
        Precision precision,
        String version) {
    /** The newest version of the format that this library knows, and the one that it writes. */
    public static final int FORMAT = 1;

    /** Of a text in the metadata, in characters: far more than any model here needs, and far less than fills a heap. */
    static final int LONGEST_TEXT = 8_000_000;

    private static final String PREFIX = "wengert.";
    private static final String FORMAT_KEY = PREFIX + "format";
    private static final String ARCHITECTURE = PREFIX + "architecture";
    private static final String PREPROCESSING = PREFIX + "preprocessing";
    private static final String PRECISION = PREFIX + "precision";
    private static final String VERSION = PREFIX + "version";

    /** The order of the tensors is kept. */
    public ModelFile {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /**
     * A model as it is now.
     *
     * @param precision in which its numbers are kept
     * @throws ModelException if it cannot be described (layers or activations of one's own), its layers do not fit together,
     *     or the preprocessing makes more or fewer inputs than it takes
     */
    public static ModelFile of(Model model, Optional<Preprocessing> preprocessing, Precision precision) {
        Blueprint blueprint = model.blueprint();
        BlueprintJson.write(blueprint); // an activation of one's own is refused here rather than when it is written
        checkWidths(blueprint, preprocessing);
        Map<String, Tensor> tensors = ModelTensors.of(model, precision);
        ModelTensors.checkNames(blueprint, tensors.keySet());
        return new ModelFile(blueprint, preprocessing, tensors, Precision.of(model.engine()), libraryVersion());
    }

    /** Saves a model whose inputs are ready as they come, in the precision of its engine. */
    public static void save(Path file, Model model) {
        of(model, Optional.empty(), Precision.of(model.engine())).write(file);
    }

    /** Saves a model and how raw data become its inputs, in the precision of its engine. */
    public static void save(Path file, Model model, Preprocessing preprocessing) {
        of(model, Optional.of(preprocessing), Precision.of(model.engine())).write(file);
    }

    /**
     * Builds the model of a file on an engine.
     *
     * @throws FileException as {@link #read}
     */
    public static Model load(Path file, Engine engine) {
        return read(file).build(engine);
    }

    /**
     * Sets the numbers of a model that the caller built to those of a safetensors file, whoever wrote it: names, shapes and
     * nothing else must agree. What PyTorch counts as {@code num_batches_tracked} is passed over.
     *
     * @throws FileException if the file cannot be read, or is that of another architecture; the model is as it was then
     */
    public static void loadInto(Path file, Model model) {
        ModelTensors.set(file.toString(), Safetensors.read(file).tensors(), model);
    }

    /**
     * Reads a file.
     *
     * @throws FileException if it cannot be read, is no model file of this library or of a newer format, or its tensors are
     *     not those of its architecture
     */
    public static ModelFile read(Path file) {
        try {
            return read(file, Safetensors.read(file));
        } catch (OutOfMemoryError e) {
            throw FileException.noRoom("model file", file, e);
        }
    }

    private static ModelFile read(Path file, Safetensors content) {
        requireFormat(file, content.metadata());
        Blueprint blueprint = blueprint(file, content);
        String precision = text(file, content, PRECISION);
        if (!precision.equals("float32") && !precision.equals("float64")) {
            throw new FileException("model file: unknown precision: '" + Excerpt.of(precision) + "' in " + file
                    + ": there are float32 and float64");
        }
        return new ModelFile(
                blueprint,
                preprocessing(file, content, blueprint),
                content.tensors(),
                precision.equals("float32") ? Precision.FLOAT32 : Precision.FLOAT64,
                text(file, content, VERSION));
    }

    private static void requireFormat(Path file, Map<String, String> metadata) {
        @Nullable String format = metadata.get(FORMAT_KEY);
        if (format == null) {
            throw new FileException("model file: no architecture: " + file
                    + " holds tensors but does not say what model they are of; build that model and use"
                    + " ModelFile.loadInto");
        }
        if (!format.equals(Integer.toString(FORMAT))) {
            throw new FileException("model file: unknown format: " + file + " is of format " + Excerpt.of(format)
                    + ", this library reads " + FORMAT + "; a newer version of it may read the file");
        }
    }

    private static Blueprint blueprint(Path file, Safetensors content) {
        Blueprint blueprint = BlueprintJson.read(
                JsonFields.parse("model file: " + file + ": the architecture", text(file, content, ARCHITECTURE)));
        try {
            ModelTensors.check(file.toString(), ModelTensors.shapes(blueprint), content.tensors());
            Widths.of(blueprint);
        } catch (FileException e) {
            throw e;
        } catch (WengertException e) {
            throw new FileException("model file: architecture cannot be: that of " + file + ": " + e.getMessage(), e);
        }
        return blueprint;
    }

    private static Optional<Preprocessing> preprocessing(Path file, Safetensors content, Blueprint blueprint) {
        if (!content.metadata().containsKey(PREPROCESSING)) {
            return Optional.empty();
        }
        JsonFields json =
                JsonFields.parse("model file: " + file + ": the preprocessing", text(file, content, PREPROCESSING));
        try {
            Optional<Preprocessing> preprocessing = Optional.of(PreprocessingJson.read(json));
            checkWidths(blueprint, preprocessing);
            return preprocessing;
        } catch (FileException e) {
            throw e;
        } catch (WengertException e) {
            throw new FileException("model file: preprocessing cannot be: that of " + file + ": " + e.getMessage(), e);
        }
    }

    private static String text(Path file, Safetensors content, String key) {
        @Nullable String text = content.metadata().get(key);
        if (text == null) {
            throw new FileException("model file: metadata are incomplete: " + file + " has no " + key);
        }
        checkLength(file, key, text);
        return text;
    }

    private static void checkLength(Path file, String key, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new FileException("model file: text is too long: " + key + " of " + file + " has " + text.length()
                    + " characters, at most " + LONGEST_TEXT + " are read");
        }
    }

    static void checkWidths(Blueprint blueprint, Optional<Preprocessing> preprocessing) {
        Widths widths = Widths.of(blueprint);
        if (preprocessing.isEmpty()) {
            return;
        }
        checkWidth("inputs", widths.inputs(), preprocessing.get().width());
        checkWidth("outputs", widths.outputs(), preprocessing.get().target().outputs());
    }

    private static void checkWidth(String what, OptionalInt model, int preprocessing) {
        if (model.isPresent() && model.getAsInt() != preprocessing) {
            throw new ModelException("model file: preprocessing is not the model's: it has " + preprocessing + " "
                    + what + ", the model " + model.getAsInt());
        }
    }

    static String libraryVersion() {
        @Nullable String version = ModelFile.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    /**
     * Writes a file, whole or not at all ({@link AtomicFile}). The same model gives the same bytes.
     *
     * @throws FileException if it cannot be written, or its architecture or preprocessing takes more text than is read
     */
    public void write(Path file) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", "pt"); // what other readers of PyTorch's layout look for
        metadata.put(FORMAT_KEY, Integer.toString(FORMAT));
        metadata.put(VERSION, version);
        metadata.put(PRECISION, JsonFields.word(precision));
        metadata.put(ARCHITECTURE, BlueprintJson.write(blueprint).toString());
        preprocessing.ifPresent(known ->
                metadata.put(PREPROCESSING, PreprocessingJson.write(known).toString()));
        metadata.forEach((key, text) -> checkLength(file, key, text));
        new Safetensors(tensors, metadata).write(file);
    }

    /** How many inputs the model takes; empty if any number will do. */
    public OptionalInt inputs() {
        return Widths.of(blueprint).inputs();
    }

    /** A model of this form with these numbers. Numbers of more digits than the engine has are rounded. */
    public Model build(Engine engine) {
        Model model = blueprint.build(engine);
        ModelTensors.set("the file", tensors, model);
        return model;
    }
}
