package org.wengert.tck;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damage done to a file, of the kinds that happen and of those that somebody thinks of; it follows from the seed alone. */
public final class Mutations {
    private static final int MOST = 4;
    private static final int LONG = 20_000;

    private static final List<String> FRAGMENTS = List.of(
            ",",
            ";",
            "\t",
            " ",
            "\n",
            "\r",
            "\r\n",
            "\n\n",
            "\"",
            "\"\"",
            "\"\"\"",
            ",\"",
            "\",",
            "\"\n",
            "\0",
            "\uFEFF",
            "é",
            "\u2028",
            "😀",
            "=",
            ":",
            "#",
            "\\",
            "\\u12",
            "\\u0000",
            "-",
            "+",
            ".",
            "e",
            "1e999",
            "-1e999",
            "1e-999",
            "NaN",
            "Infinity",
            "0x1p3",
            "1d",
            "1_000",
            "1,5",
            "١",
            "9".repeat(400),
            "2147483648",
            "99999999999999999999");

    private static final List<String> RUNS = List.of("x", "9", ",", "\"", "\n", "\0", " ", "0,", "\"\",");

    private static final int[] COUNTS = {0, 1, -1, 2, 0xFFFF, 0x10000, 1 << 24, Integer.MAX_VALUE, Integer.MIN_VALUE};

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1);

    private final SplittableRandom random;

    /** The damages of a seed. */
    public Mutations(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A number from 0, below the bound: for whatever else a case chooses. */
    public int choose(int bound) {
        return random.nextInt(bound);
    }

    /** The file with one to four damages; what is handed in stays as it is. */
    public byte[] damaged(byte[] file) {
        byte[] bytes = file.clone();
        for (int i = random.nextInt(MOST); i >= 0; i--) {
            bytes = mutated(bytes);
        }
        return bytes;
    }

    private byte[] mutated(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = from + random.nextInt(bytes.length - from + 1);
        return switch (random.nextInt(12)) {
            case 0 -> withBitFlipped(bytes);
            case 1 -> spliced(bytes, from, Math.min(from + 1, bytes.length), (byte) random.nextInt(256));
            case 2 -> spliced(bytes, from, bytes.length);
            case 3 -> spliced(bytes, 0, from);
            case 4 -> spliced(bytes, from, to);
            case 5 -> spliced(bytes, random.nextInt(bytes.length + 1), slice(bytes, from, to));
            case 6, 7, 8 -> spliced(bytes, from, utf8(any(FRAGMENTS)));
            case 9 -> spliced(bytes, from, utf8(any(RUNS).repeat(1 + random.nextInt(LONG))));
            case 10 -> withCount(bytes);
            default -> new String(bytes, StandardCharsets.UTF_8).getBytes(any(CHARSETS));
        };
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private byte[] withBitFlipped(byte[] bytes) {
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    /** A whole number in one of the places where headers have theirs. */
    private byte[] withCount(byte[] bytes) {
        int at = Integer.BYTES * random.nextInt(5);
        if (at + Integer.BYTES <= bytes.length) {
            ByteBuffer.wrap(bytes).putInt(at, COUNTS[random.nextInt(COUNTS.length)]);
        }
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] spliced(byte[] bytes, int at, byte[] inserted) {
        return spliced(bytes, at, at, inserted);
    }

    /** The bytes with others in place of those from one position to another. */
    private static byte[] spliced(byte[] bytes, int from, int to, byte... inserted) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(bytes, 0, from);
        result.write(inserted, 0, inserted.length);
        result.write(bytes, to, bytes.length - to);
        return result.toByteArray();
    }
}
