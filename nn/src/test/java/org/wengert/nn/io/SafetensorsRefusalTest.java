package org.wengert.nn.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wengert.nn.Refused;

class SafetensorsRefusalTest {
    private static final String ONE = "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("x.safetensors");
    }

    @Test
    void aMissingFileIsNamed() {
        Refused.with(FileException.class, "safetensors: no such file: " + file, () -> Safetensors.read(file));
    }

    @Test
    void aFileOfLessThanALengthIsTruncated() throws IOException {
        refused(
                new FileBytes().raw(1, 2, 3),
                "file is truncated: FILE has 3 bytes, the length of its header alone takes 8");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 18446744073709551615",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, 9223372036854775808",
        "55, 55"
    })
    void aHeaderLongerThanTheFileIsRefusedWithoutRoomBeingMadeForIt(long length, String shown) throws IOException {
        refused(
                new FileBytes().longs(length).text(ONE),
                "header does not fit: FILE announces one of " + shown
                        + " bytes, has 54 after that number; it is truncated or no safetensors file");
    }

    @Test
    void aHeaderOfMoreThanAHundredMegabytesIsRefused() throws IOException {
        Files.write(file, new FileBytes().longs(100_000_001).bytes());
        try (java.io.RandomAccessFile sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(200_000_000);
        }

        refused("header is too long: FILE announces one of 100000001 bytes, at most 100000000 are read");
    }

    @Test
    void aFileThatEndsWithinItsNumbersIsTruncated() throws IOException {
        refused(
                FileBytes.safetensors(ONE).raw(1, 2, 3),
                "file is truncated: FILE must hold 8 bytes after its header, has 3");
    }

    @Test
    void trailingBytesAreRefused() throws IOException {
        refused(
                FileBytes.safetensors(ONE).doubles(1).raw(0),
                "file goes on after its end: FILE must hold 8 bytes after its header, has 9");
    }

    @Test
    void aHeaderThatIsNoTextIsRefused() throws IOException {
        refused(new FileBytes().longs(2).raw('{', 0xFF), "header is no UTF-8: that of FILE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``       | header must begin with {: that of FILE does not
            ` {}`    | header must begin with {: that of FILE does not
            `[]`     | header must begin with {: that of FILE does not
            `{`      | header is no JSON: FILE: End of input at line 1 column 2 path $.
            `{} {}`  | header is no JSON: FILE: Use JsonReader.setStrictness(Strictness.LENIENT) to accept malformed JSON at lin... (99 characters)
            `{a:1}`  | header is no JSON: FILE: Use JsonReader.setStrictness(Strictness.LENIENT) to accept malformed JSON at lin... (100 characters)
            `{"a":1}` | a tensor must be described by an object: 'a' in FILE is a number
            `{"a":null}` | a tensor must be described by an object: 'a' in FILE is null
            `{"a":[[[[[[[[` | a tensor must be described by an object: 'a' in FILE is a list
            `{"__metadata__":[]}` | metadata must be texts by name: __metadata__ in FILE is a list
            `{"__metadata__":{"k":1}}` | metadata must be texts by name: 'k' in FILE is a number
            `{"__metadata__":{"k":"1","k":"1"}}` | two entries of the metadata share a name: 'k' in FILE
            `{"__metadata__":{},"__metadata__":{}}` | two tensors share a name: '__metadata__' in FILE
            `{"a":{"dtype":"F64","shape":[],"data_offsets":[0,8]},"a":{}}` | two tensors share a name: 'a' in FILE
            `{"a":{"dtype":"F64","shape":[]}}` | a tensor has dtype, shape and data_offsets, once each: 'a' in FILE has no data_offsets
            `{"a":{"dtype":"F64","dtype":"F64"}}` | a tensor has dtype, shape and data_offsets, once each: 'a' in FILE has 'dtype' too
            `{"a":{"kind":"F64"}}` | a tensor has dtype, shape and data_offsets, once each: 'a' in FILE has 'kind' too
            `{"a":{"dtype":"F8_E5M2"}}` | unknown dtype: 'F8_E5M2' of 'a' in FILE: known are [F64, F32, F16, BF16, I64, I32, I16, I8, U64, U32, U16, U8, BOOL]
            `{"a":{"dtype":64}}` | dtype must be a text: 'a' in FILE is a number
            `{"a":{"shape":3}}` | shape must be whole numbers from 0: 'a' in FILE is a number
            `{"a":{"shape":[[1]]}}` | shape must be whole numbers from 0: 'a' in FILE is a list
            `{"a":{"shape":["1"]}}` | shape must be whole numbers from 0: 'a' in FILE is a text
            `{"a":{"shape":[-1]}}` | shape must be whole numbers from 0: 'a' in FILE has -1
            `{"a":{"shape":[1.0]}}` | shape must be whole numbers from 0: 'a' in FILE has 1.0
            `{"a":{"shape":[9999999999999999999]}}` | shape must be whole numbers from 0: 'a' in FILE has 9999999999999999999
            `{"a":{"shape":[4294967296,0]}}` | tensor is too large: 'a' in FILE claims to hold [4294967296, 0]; an array holds at most 2147483647 numbers
            `{"a":{"shape":[65536,65536]}}` | tensor is too large: 'a' in FILE claims to hold [65536, 65536]; an array holds at most 2147483647 numbers
            `{"a":{"data_offsets":[0]}}` | data_offsets must be begin and end: those of 'a' in FILE are [0]
            `{"a":{"data_offsets":[8,0]}}` | data_offsets must be begin and end: those of 'a' in FILE are [8, 0]
            `{"a":{"dtype":"F64","shape":[2],"data_offsets":[0,8]}}` | shape and size differ: 'a' in FILE of shape [2] needs 16 bytes as F64, has 8
            `{"a":{"dtype":"F64","shape":[],"data_offsets":[8,16]}}` | bytes belong to no tensor: in FILE the start ends at byte 0, 'a' begins at 8
            `{"a":{"dtype":"F64","shape":[],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[],"data_offsets":[9,13]}}` | bytes belong to no tensor: in FILE 'a' ends at byte 8, 'b' begins at 9
            `{"a":{"dtype":"F64","shape":[],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[],"data_offsets":[4,8]}}` | tensors overlap: 'b' in FILE begins at byte 4, 'a' ends at 8
            """)
    void aHeaderThatBreaksARuleIsRefused(String header, String message) throws IOException {
        refused(FileBytes.safetensors(header), message);
    }

    @Test
    void aHeaderNestedVeryDeeplyIsRefusedLikeAnyOther() throws IOException {
        refused(
                FileBytes.safetensors("{\"a\":" + "[".repeat(5_000_000)),
                "a tensor must be described by an object: 'a' in FILE is a list");
    }

    @Test
    void aNameFromAFileIsShownShortAndOnOneLine() throws IOException {
        refused(
                FileBytes.safetensors("{\"" + "x".repeat(79) + "\\n" + "y".repeat(100) + "\":1}"),
                "a tensor must be described by an object: '" + "x".repeat(79)
                        + "\\u000a... (180 characters)' in FILE is a number");
    }

    @ParameterizedTest
    @CsvSource({
        "I64, 9007199254740993, 9007199254740993",
        "I64, 9223372036854775807, 9223372036854775807",
        "U64, -1, 18446744073709551615"
    })
    void aWholeNumberThatDoublesDoNotHoldIsRefused(String type, long number, String shown) throws IOException {
        refused(
                FileBytes.safetensors(ONE.replace("F64", type)).longs(number),
                "whole number is too large: 'a' in FILE holds " + shown + ", which double precision does not");
    }

    @Test
    void aFolderIsNoFile() {
        Refused.with(
                FileException.class,
                "safetensors: cannot read " + folder + ": Is a directory",
                () -> Safetensors.read(folder));
    }

    private void refused(FileBytes bytes, String message) throws IOException {
        Files.write(file, bytes.bytes());
        refused(message);
    }

    private void refused(String message) {
        Refused.with(
                FileException.class,
                "safetensors: " + message.replace("FILE", file.toString()),
                () -> Safetensors.read(file));
    }
}
