package org.wengert.nn.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wengert.Shape;
import org.wengert.error.Excerpt;
import org.wengert.error.ShapeException;

/**
 * What an array in NumPy's format begins with: how its numbers are written, in which order, and its shape.
 *
 * @param columnMajor whether the first axis runs fastest (Fortran order) rather than the last
 */
record NpyHeader(StoredType type, ByteOrder byteOrder, boolean columnMajor, Shape shape) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** NumPy has no limit of its own but refuses to evaluate more than 10,000 characters. */
    private static final int MOST_BYTES = 10_000;

    /** Numbers begin at a multiple of this many bytes. */
    private static final int ALIGNMENT = 64;

    private static final int SHORT_PREFIX = 10;

    /** Reads the magic string, version, length and the dictionary itself. */
    static NpyHeader read(String where, InputStream in) throws IOException {
        byte[] start = in.readNBytes(MAGIC.length + 2);
        if (start.length < MAGIC.length + 2
                || !ByteBuffer.wrap(start, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw new FileException(
                    "npy: no array of NumPy's: " + where + " does not begin with \\x93NUMPY and a version");
        }
        int major = start[MAGIC.length];
        int minor = start[MAGIC.length + 1];
        if (major != 1 && major != 2 || minor != 0) {
            throw new FileException("npy: unknown version: " + where + " is of version " + (major & 0xFF) + "."
                    + (minor & 0xFF) + ", read are 1.0 and 2.0");
        }
        int length = length(where, in, major == 1 ? Short.BYTES : Integer.BYTES);
        byte[] text = in.readNBytes(length);
        if (text.length < length) {
            throw new FileException("npy: file is truncated: " + where + " ends within its header");
        }
        return NpyDictionary.read(where, new String(text, StandardCharsets.ISO_8859_1));
    }

    private static int length(String where, InputStream in, int bytes) throws IOException {
        byte[] four = new byte[Integer.BYTES];
        if (in.readNBytes(four, 0, bytes) < bytes) {
            throw new FileException("npy: file is truncated: " + where + " ends within its header");
        }
        int length = ByteBuffer.wrap(four).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new FileException("npy: header is too long: " + where + " announces one of "
                    + Integer.toUnsignedString(length) + " bytes, at most " + MOST_BYTES + " are read");
        }
        return length;
    }

    /** The header of what the dictionary says. */
    static NpyHeader of(String where, String descr, boolean columnMajor, int... sizes) {
        String type = descr.isEmpty() ? "" : descr.substring(1);
        char order = descr.isEmpty() ? ' ' : descr.charAt(0);
        StoredType stored = StoredType.ofNumpy(type)
                .filter(known -> "<>".indexOf(order) >= 0 || order == '|' && known.bytes() == 1)
                .orElseThrow(() -> new FileException("npy: unknown type: '" + Excerpt.of(descr) + "' in " + where
                        + ": known are " + known() + ", with < or > before them; | will do for single bytes"));
        try {
            return new NpyHeader(
                    stored,
                    order == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                    columnMajor,
                    Shape.of(sizes));
        } catch (ShapeException e) {
            throw new FileException("npy: array is too large: " + where + ": " + e.getMessage(), e);
        }
    }

    private static String known() {
        return StoredType.numpyTypes().stream().map(StoredType::numpy).collect(Collectors.joining(", "));
    }

    /** The header with which a tensor is written: version 1.0, little-endian, row-major. */
    static byte[] of(Tensor tensor) {
        String sizes = tensor.shape().rank() == 1
                ? tensor.shape().size() + ","
                : Arrays.stream(tensor.shape().dims())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(", "));
        String dictionary = String.format(
                Locale.ROOT,
                "{'descr': '<%s', 'fortran_order': False, 'shape': (%s), }",
                StoredType.of(tensor).numpy(),
                sizes);
        int bytes = SHORT_PREFIX + dictionary.length() + 1;
        int padded = (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        byte[] text = (dictionary + " ".repeat(padded - bytes) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) text.length)
                .put(text)
                .array();
    }
}
