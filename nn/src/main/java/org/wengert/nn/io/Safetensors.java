package org.wengert.nn.io;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tensors by name and texts by name, as a safetensors file holds them: the length of a header in 8 bytes, the header in
 * JSON, and the numbers, all little-endian. See the
 * <a href="https://huggingface.co/docs/safetensors">format</a> and its reference implementation.
 *
 * <p>Read are F64, F32, F16, BF16, BOOL, and whole numbers of 1 to 8 bytes; {@link Tensor} holds them all exactly, whole
 * numbers and truth values in double precision, or they are refused. Written are F64 and F32.
 *
 * @param tensors  in the order of the header
 * @param metadata in the order of the header
 */
public record Safetensors(Map<String, Tensor> tensors, Map<String, String> metadata) {
    /** Of a header, as in the reference implementation. */
    private static final int MOST_HEADER_BYTES = 100_000_000;

    private static final int BUFFER = 1 << 16;

    /** Both maps are copied, their order kept. */
    public Safetensors {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        if (tensors.containsKey(SafetensorsHeader.METADATA)) {
            throw new FileException("safetensors: no tensor can be named " + SafetensorsHeader.METADATA
                    + ": the format needs that name for texts; choose another one");
        }
    }

    /** Tensors without texts. */
    public static Safetensors of(Map<String, Tensor> tensors) {
        return new Safetensors(tensors, Map.of());
    }

    /**
     * Reads a file.
     *
     * @throws FileException if it cannot be read, or breaks a rule of the format
     */
    public static Safetensors read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            long size = Files.size(file);
            byte[] length = in.readNBytes(Long.BYTES);
            if (length.length < Long.BYTES) {
                throw new FileException("safetensors: file is truncated: " + file + " has " + length.length
                        + " bytes, the length of its header alone takes " + Long.BYTES);
            }
            long headerBytes =
                    ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
            SafetensorsHeader header = header(file, in, headerBytes, size - Long.BYTES);
            header.check(file, size - Long.BYTES - headerBytes);
            return new Safetensors(tensors(file, in, header), header.metadata());
        } catch (IOException e) {
            throw FileException.unreadable("safetensors", file, e);
        } catch (OutOfMemoryError e) {
            throw FileException.noRoom("safetensors", file, e);
        }
    }

    private static SafetensorsHeader header(Path file, InputStream in, long bytes, long available) throws IOException {
        if (bytes < 0 || bytes > available) {
            throw new FileException("safetensors: header does not fit: " + file + " announces one of "
                    + Long.toUnsignedString(bytes) + " bytes, has " + available
                    + " after that number; it is truncated or no safetensors file");
        }
        if (bytes > MOST_HEADER_BYTES) {
            throw new FileException("safetensors: header is too long: " + file + " announces one of " + bytes
                    + " bytes, at most " + MOST_HEADER_BYTES + " are read");
        }
        byte[] header = in.readNBytes((int) bytes);
        if (header.length == 0 || header[0] != '{') {
            throw new FileException("safetensors: header must begin with {: that of " + file + " does not");
        }
        return SafetensorsHeaderReader.read(file, text(file, header));
    }

    private static String text(Path file, byte[] header) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new FileException("safetensors: header is no UTF-8: that of " + file, e);
        }
    }

    private static Map<String, Tensor> tensors(Path file, InputStream in, SafetensorsHeader header) throws IOException {
        Map<String, Tensor> read = new HashMap<>();
        for (SafetensorsHeader.Entry entry : header.inPlace()) {
            try {
                read.put(entry.name(), NumberReader.read(in, entry.type(), ByteOrder.LITTLE_ENDIAN, entry.shape()));
            } catch (NumberReader.TooFew e) {
                throw new FileException("safetensors: file is truncated: " + file + " ends within " + entry.shown(), e);
            } catch (ArithmeticException e) {
                throw new FileException(
                        "safetensors: whole number is too large: " + entry.shown() + " in " + file + " holds "
                                + e.getMessage() + ", which double precision does not",
                        e);
            }
        }
        Map<String, Tensor> inOrder = new LinkedHashMap<>();
        for (SafetensorsHeader.Entry entry : header.entries()) {
            @Nullable Tensor tensor = read.get(entry.name());
            if (tensor != null) {
                inOrder.put(entry.name(), tensor);
            }
        }
        return inOrder;
    }

    /**
     * Writes a file, whole or not at all ({@link AtomicFile}). The same content gives the same bytes.
     *
     * @throws FileException if it cannot be written, or a text is none: half of a surrogate pair
     */
    public void write(Path file) {
        SafetensorsLayout layout = SafetensorsLayout.of(this);
        AtomicFile.write("safetensors", file, layout::write);
    }

    /**
     * The bytes of such a file.
     *
     * @throws FileException if a text is none: half of a surrogate pair
     */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            SafetensorsLayout.of(this).write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }
}
