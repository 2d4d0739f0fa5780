package org.wengert.nn.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wengert.Shape;
import org.wengert.nn.io.AtomicFile;
import org.wengert.nn.io.FileException;
import org.wengert.nn.io.Safetensors;
import org.wengert.nn.io.Tensor;
import org.wengert.nn.optim.OptimizerState;

/**
 * A checkpoint as a safetensors file. Tensors are named {@code model.layers.0.weight},
 * {@code optimizer.layers.0.weight.m}, {@code part.history.losses}; everything else is text in the metadata. One of these
 * texts is the SHA-256 of the file's bytes with 64 zeros in its place: no byte can change unnoticed.
 */
final class CheckpointFile {
    private static final String FORMAT = "wengert-checkpoint-2";
    private static final String CHECKSUM = "sha256";
    private static final String BLANK = "0".repeat(64);
    private static final String BEGINNING = "{\"__metadata__\":{\"sha256\":\"";
    private static final int CHECKSUM_AT = Long.BYTES + BEGINNING.length();

    private static final int SHOWN = 8;

    private static final String MODEL = "model.";
    private static final String OPTIMIZER = "optimizer.";
    private static final String PART = "part.";
    private static final String PROGRESS = "progress";
    private static final String RUN = "run.";
    private static final String SETTINGS = "optimizer.settings.";

    private CheckpointFile() {}

    /**
     * Writes a file, whole or not at all.
     *
     * @throws FileException if it cannot be written
     */
    static void write(Path file, Checkpoint checkpoint) {
        write(file, checkpoint, FORMAT);
    }

    /** Writes what says that it is of this format. */
    static void write(Path file, Checkpoint checkpoint, String format) {
        byte[] bytes = content(checkpoint, format).toBytes();
        byte[] checksum = digest(bytes).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(checksum, 0, bytes, CHECKSUM_AT, checksum.length);
        AtomicFile.write("checkpoint", file, out -> out.write(bytes));
    }

    private static Safetensors content(Checkpoint checkpoint, String format) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        put(tensors, MODEL, checkpoint.model());
        put(tensors, OPTIMIZER, checkpoint.optimizer().arrays());
        checkpoint.parts().forEach((name, state) -> put(tensors, PART + name + "/", state));
        tensors.put(PROGRESS, Tensor.of(Shape.of(checkpoint.progress().length), checkpoint.progress()));
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(CHECKSUM, BLANK);
        texts.put("format", format);
        texts.put("optimizer.kind", checkpoint.optimizer().kind());
        texts.put("optimizer.steps", Long.toString(checkpoint.optimizer().steps()));
        texts.put(
                "optimizer.learningRate", Double.toString(checkpoint.optimizer().learningRate()));
        checkpoint.optimizer().settings().forEach((name, text) -> texts.put(SETTINGS + name, text));
        checkpoint.run().forEach((name, text) -> texts.put(RUN + name, text));
        return new Safetensors(tensors, texts);
    }

    private static void put(Map<String, Tensor> tensors, String prefix, Map<String, double[]> arrays) {
        arrays.forEach((name, numbers) -> tensors.put(prefix + name, Tensor.of(Shape.of(numbers.length), numbers)));
    }

    /**
     * Reads a file.
     *
     * @throws FileException if it cannot be read, is no checkpoint, or has changed since it was written
     */
    static Checkpoint read(Path file) {
        checkSum(file);
        Safetensors content = Safetensors.read(file);
        Map<String, String> texts = content.metadata();
        if (!FORMAT.equals(texts.get("format"))) {
            throw new FileException("checkpoint: another version: " + file + " is of format "
                    + texts.getOrDefault("format", "none") + ", read is " + FORMAT
                    + "; end the run with the version that began it");
        }
        Map<String, double[]> optimizer = arrays(content, OPTIMIZER);
        Map<String, Map<String, double[]>> parts = new LinkedHashMap<>();
        arrays(content, PART).forEach((name, numbers) -> {
            int slash = name.indexOf('/');
            parts.computeIfAbsent(name.substring(0, slash), part -> new LinkedHashMap<>())
                    .put(name.substring(slash + 1), numbers);
        });
        return new Checkpoint(
                texts(texts, RUN),
                arrays(content, PROGRESS).getOrDefault("", new double[0]),
                arrays(content, MODEL),
                new OptimizerState(
                        texts.getOrDefault("optimizer.kind", ""),
                        texts(texts, SETTINGS),
                        Long.parseLong(texts.getOrDefault("optimizer.steps", "-1")),
                        Double.parseDouble(texts.getOrDefault("optimizer.learningRate", "NaN")),
                        optimizer),
                parts);
    }

    private static void checkSum(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new FileException("checkpoint: cannot read " + file + ": " + FileException.reason(e), e);
        }
        int end = CHECKSUM_AT + BLANK.length();
        if (bytes.length < end || !ascii(bytes, Long.BYTES, CHECKSUM_AT).equals(BEGINNING)) {
            throw new FileException("checkpoint: no checkpoint: " + file + " has " + bytes.length
                    + " bytes and does not begin as one; it is cut short or something else");
        }
        String written = ascii(bytes, CHECKSUM_AT, end);
        Arrays.fill(bytes, CHECKSUM_AT, end, (byte) '0');
        String found = digest(bytes);
        if (!found.equals(written)) {
            throw new FileException("checkpoint: damaged: the checksum of " + file + " is " + found.substring(0, SHOWN)
                    + "..., it says " + written.substring(0, SHOWN) + "...; it was cut short or changed");
        }
    }

    private static String ascii(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Map<String, double[]> arrays(Safetensors content, String prefix) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        content.tensors().forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                arrays.put(name.substring(prefix.length()), tensor.data());
            }
        });
        return arrays;
    }

    private static Map<String, String> texts(Map<String, String> all, String prefix) {
        Map<String, String> texts = new LinkedHashMap<>();
        all.forEach((name, text) -> {
            if (name.startsWith(prefix)) {
                texts.put(name.substring(prefix.length()), text);
            }
        });
        return texts;
    }
}
