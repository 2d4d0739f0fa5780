package org.wengert.nn.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A second reader of NumPy's arrays of f8, f4 and i1 with at most two axes, to compare with. */
final class NpyOracle {
    private static final String ENTRY = "\\s*(?:'(descr|fortran_order|shape)'|\"(descr|fortran_order|shape)\")\\s*:\\s*"
            + "(?:'([<>|]..)'|\"([<>|]..)\"|(True|False)|(\\([\\d\\s,L]*\\)))\\s*";

    private static final Pattern HEADER =
            Pattern.compile("\\{" + ENTRY + "," + ENTRY + "," + ENTRY + ",?\\s*\\}\\s*", Pattern.DOTALL);

    private NpyOracle() {}

    /** What is in a file, in words; empty if it breaks a rule. */
    static Optional<String> words(byte... file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        String start = new String(file, 0, Math.min(8, file.length), StandardCharsets.ISO_8859_1);
        boolean first = start.equals("\u0093NUMPY\1\0");
        int prefix = first ? 10 : 12;
        if (!first && !start.equals("\u0093NUMPY\2\0") || file.length < prefix) {
            return Optional.empty();
        }
        long length = first ? bytes.getShort(8) & 0xFFFF : bytes.getInt(8) & 0xFFFF_FFFFL;
        if (length > 10_000 || length > file.length - prefix) {
            return Optional.empty();
        }
        String header = new String(file, prefix, (int) length, StandardCharsets.ISO_8859_1);
        return fields(header).flatMap(fields -> words(fields, bytes.position(prefix + (int) length)));
    }

    /** descr, fortran_order and shape. */
    private static Optional<String[]> fields(String header) {
        Matcher matcher = HEADER.matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String[] fields = new String[3];
        for (int i = 0; i < 3; i++) {
            String key = either(matcher, 6 * i + 1);
            int kind = key.equals("descr") ? 0 : key.equals("fortran_order") ? 1 : 2;
            fields[kind] = kind == 0 ? either(matcher, 6 * i + 3) : matcher.group(6 * i + 4 + kind);
        }
        return Arrays.asList(fields).contains(null) ? Optional.empty() : Optional.of(fields);
    }

    private static String either(Matcher matcher, int group) {
        return matcher.group(group) == null ? matcher.group(group + 1) : matcher.group(group);
    }

    private static Optional<String> words(String[] fields, ByteBuffer numbers) {
        Optional<int[]> shape = shape(fields[2]);
        int width = "f8".equals(fields[0].substring(1)) ? 8 : "f4".equals(fields[0].substring(1)) ? 4 : 1;
        boolean known = fields[0].matches("[<>](f8|f4)|[<>|]i1");
        if (shape.isEmpty() || !known) {
            return Optional.empty();
        }
        long count = 1;
        for (int size : shape.get()) {
            count *= size;
        }
        if (count * width != numbers.remaining()) {
            return Optional.empty();
        }
        ByteBuffer ordered =
                numbers.slice().order(fields[0].startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        StringBuilder words = new StringBuilder(Arrays.toString(shape.get()));
        boolean columns = fields[1].equals("True") && shape.get().length == 2;
        for (int i = 0; i < count; i++) {
            int at = columns ? i % shape.get()[1] * shape.get()[0] + i / shape.get()[1] : i;
            double number =
                    width == 8 ? ordered.getDouble(8 * at) : width == 4 ? ordered.getFloat(4 * at) : ordered.get(at);
            words.append(' ').append(number);
        }
        return Optional.of(words.toString());
    }

    /** Empty as well for more than two axes: no test makes them, and a damage will hardly. */
    private static Optional<int[]> shape(String tuple) {
        Matcher sizes = Pattern.compile("\\(\\s*(?:(\\d{1,9})L?\\s*,\\s*(?:(\\d{1,9})L?\\s*,?\\s*)?)?\\)")
                .matcher(tuple);
        if (!sizes.matches()) {
            return Optional.empty();
        }
        int rank = sizes.group(1) == null ? 0 : sizes.group(2) == null ? 1 : 2;
        int[] shape = new int[rank];
        Arrays.setAll(shape, axis -> Integer.parseInt(sizes.group(axis + 1)));
        return Optional.of(shape);
    }

    /** What is in an array that was read. */
    static String words(Tensor tensor) {
        StringBuilder words = new StringBuilder(tensor.shape().toString());
        for (double number : tensor.data()) {
            words.append(' ').append(number);
        }
        return words.toString();
    }
}
