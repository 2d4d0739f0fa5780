package org.wengert.nn.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.Shape;
import org.wengert.nn.Refused;

class SafetensorsTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("model.safetensors");
    }

    private static Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("half", Tensor.of(Shape.of(1), 0.5f));
        tensors.put("layers.0.weight", Tensor.of(Shape.of(2, 3), 1.0, -2, 3, -0.0, Double.NaN, 1e300));
        tensors.put("scalar", Tensor.of(Shape.SCALAR, 7.0));
        tensors.put("none", Tensor.of(Shape.of(0, 4), new double[0]));
        return tensors;
    }

    /** Every byte of the format: the header padded with spaces, wide numbers first, all little-endian. */
    @Test
    void whatIsWrittenIsTheFormatByteByByte() throws IOException {
        String header = "{\"__metadata__\":{\"format\":\"pt\"},"
                + "\"half\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[16,20]},"
                + "\"pair\":{\"dtype\":\"F64\",\"shape\":[2,1],\"data_offsets\":[0,16]}}";
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("half", Tensor.of(Shape.of(1), 0.5f));
        tensors.put("pair", Tensor.of(Shape.of(2, 1), 1.0, -2.0));

        new Safetensors(tensors, Map.of("format", "pt")).write(file);

        assertEquals(149, header.length());
        byte[] expected = FileBytes.safetensors(header + " ".repeat(3))
                .raw(0, 0, 0, 0, 0, 0, 0xF0, 0x3F)
                .raw(0, 0, 0, 0, 0, 0, 0, 0xC0)
                .raw(0, 0, 0, 0x3F)
                .bytes();
        assertEquals(152, expected[0] & 0xFF);
        assertArrayEquals(expected, Files.readAllBytes(file));
    }

    @Test
    void whatIsWrittenIsReadBackInItsOrder() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("quote", "\"\\\n\u2028é😀");
        texts.put("a", "");

        new Safetensors(tensors(), texts).write(file);
        Safetensors read = Safetensors.read(file);

        assertEquals(tensors(), read.tensors());
        assertEquals(List.copyOf(tensors().keySet()), List.copyOf(read.tensors().keySet()));
        assertEquals(texts, read.metadata());
        assertEquals(List.of("quote", "a"), List.copyOf(read.metadata().keySet()));
    }

    @Test
    void aFileWithoutTensorsIsOne() throws IOException {
        Safetensors.of(Map.of()).write(file);

        assertArrayEquals(FileBytes.safetensors("{}      ").bytes(), Files.readAllBytes(file));
        assertEquals(Safetensors.of(Map.of()), Safetensors.read(file));
    }

    @Test
    void tensorsMayLieInAnotherOrderThanTheyAreListedIn() throws IOException {
        write(FileBytes.safetensors("{\"b\":{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[8,16]},"
                        + "\"a\":{\"data_offsets\":[0,8],\"dtype\":\"F64\",\"shape\":[1]}}")
                .doubles(1, 2));

        Map<String, Tensor> read = Safetensors.read(file).tensors();

        assertEquals(List.of("b", "a"), List.copyOf(read.keySet()));
        assertEquals(Tensor.of(Shape.SCALAR, 2.0), read.get("b"));
        assertEquals(Tensor.of(Shape.of(1), 1.0), read.get("a"));
    }

    /** IEEE 754: 1, the smallest above 0, the largest, infinity, NaN, -2; bfloat16 is the upper half of a float. */
    @Test
    void halvesAreReadExactly() throws IOException {
        write(FileBytes.safetensors("{\"h\":{\"dtype\":\"F16\",\"shape\":[6],\"data_offsets\":[0,12]},"
                        + "\"b\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[12,16]}}")
                .raw(0x00, 0x3C, 0x01, 0x00, 0xFF, 0x7B, 0x00, 0x7C, 0x01, 0x7E, 0x00, 0xC0)
                .raw(0x80, 0x3F, 0x49, 0xC0));

        Map<String, Tensor> read = Safetensors.read(file).tensors();

        float[] halves = {1, 0x1p-24f, 65504, Float.POSITIVE_INFINITY, Float.NaN, -2};
        assertEquals(Tensor.of(Shape.of(6), halves), read.get("h"));
        assertEquals(Tensor.of(Shape.of(2), 1, -3.140625f), read.get("b"));
    }

    @Test
    void wholeNumbersAndTruthValuesBecomeDoubles() throws IOException {
        write(FileBytes.safetensors("{\"i64\":{\"dtype\":\"I64\",\"shape\":[2],\"data_offsets\":[0,16]},"
                        + "\"u64\":{\"dtype\":\"U64\",\"shape\":[],\"data_offsets\":[16,24]},"
                        + "\"i32\":{\"dtype\":\"I32\",\"shape\":[],\"data_offsets\":[24,28]},"
                        + "\"u32\":{\"dtype\":\"U32\",\"shape\":[],\"data_offsets\":[28,32]},"
                        + "\"i16\":{\"dtype\":\"I16\",\"shape\":[],\"data_offsets\":[32,34]},"
                        + "\"u16\":{\"dtype\":\"U16\",\"shape\":[],\"data_offsets\":[34,36]},"
                        + "\"i8\":{\"dtype\":\"I8\",\"shape\":[],\"data_offsets\":[36,37]},"
                        + "\"u8\":{\"dtype\":\"U8\",\"shape\":[],\"data_offsets\":[37,38]},"
                        + "\"bool\":{\"dtype\":\"BOOL\",\"shape\":[2],\"data_offsets\":[38,40]}}")
                .longs(-3, 1L << 53, 5)
                .raw(0xFE, 0xFF, 0xFF, 0xFF, 0xFE, 0xFF, 0xFF, 0xFF)
                .raw(0xFE, 0xFF, 0xFE, 0xFF, 0xFE, 0xFE, 0, 1));

        Map<String, Tensor> read = Safetensors.read(file).tensors();

        assertEquals(Tensor.of(Shape.of(2), -3.0, 0x1p53), read.get("i64"));
        assertEquals(Tensor.of(Shape.SCALAR, 5.0), read.get("u64"));
        assertEquals(Tensor.of(Shape.SCALAR, -2.0), read.get("i32"));
        assertEquals(Tensor.of(Shape.SCALAR, 4294967294.0), read.get("u32"));
        assertEquals(Tensor.of(Shape.SCALAR, -2.0), read.get("i16"));
        assertEquals(Tensor.of(Shape.SCALAR, 65534.0), read.get("u16"));
        assertEquals(Tensor.of(Shape.SCALAR, -2.0), read.get("i8"));
        assertEquals(Tensor.of(Shape.SCALAR, 254.0), read.get("u8"));
        assertEquals(Tensor.of(Shape.of(2), 0.0, 1.0), read.get("bool"));
    }

    @Test
    void manyNumbersAreReadInChunksAndWrittenInChunks() {
        double[] numbers = new double[100_001];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Math.sin(i);
        }
        Tensor tensor = Tensor.of(Shape.of(numbers.length), numbers);

        Safetensors.of(Map.of("a", tensor, "b", tensor.toSingle())).write(file);
        Map<String, Tensor> read = Safetensors.read(file).tensors();

        assertEquals(tensor, read.get("a"));
        assertEquals(tensor.toSingle(), read.get("b"));
        assertTrue(read.get("b").isSingle());
        assertFalse(read.get("a").isSingle());
    }

    @Test
    void aTensorNeedsAsManyNumbersAsItsShapeHolds() {
        Refused.with(
                org.wengert.error.ShapeException.class,
                "tensor: wrong number of numbers: shape [2, 3] holds 6, got 2",
                () -> Tensor.of(Shape.of(2, 3), 1.0, 2.0));
    }

    @Test
    void theNameOfTheMetadataIsNoTensors() {
        Refused.with(
                FileException.class,
                "safetensors: no tensor can be named __metadata__: the format needs that name for texts; choose another"
                        + " one",
                () -> Safetensors.of(Map.of("__metadata__", Tensor.of(Shape.SCALAR, 1.0))));
    }

    @Test
    void halfOfASurrogatePairIsNoText() {
        Refused.with(
                FileException.class,
                "safetensors: a name or a text is none: it holds half of a surrogate pair; UTF-8 has no such thing",
                () -> new Safetensors(Map.of(), Map.of("a", "\uD800")).write(file));
    }

    private void write(FileBytes bytes) throws IOException {
        Files.write(file, bytes.bytes());
    }
}
