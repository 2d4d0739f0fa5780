package org.wengert.nn.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wengert.Shape;
import org.wengert.nn.Refused;

/** Files as numpy.lib.format describes them, written out by hand. */
class NpyTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("a.npy");
    }

    /** Magic string, version 1.0, length of the header in two bytes, the header. */
    static FileBytes version1(String header) {
        int length = header.length();
        return new FileBytes()
                .raw(0x93)
                .text("NUMPY")
                .raw(1, 0, length & 0xFF, length >> 8)
                .text(header);
    }

    private static FileBytes array(String descr, String shape) {
        return version1("{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }\n");
    }

    private Tensor read(FileBytes bytes) throws IOException {
        Files.write(file, bytes.bytes());
        return Npy.read(file);
    }

    /** What numpy.save writes of numpy.array([[1., -2.]]): 128 bytes of header and all, a multiple of 64. */
    @Test
    void whatIsWrittenIsTheFormatByteByByte() throws IOException {
        Npy.write(file, Tensor.of(Shape.of(1, 2), 1.0, -2.0));

        String dictionary = "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2), }";
        byte[] expected = new FileBytes()
                .raw(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0)
                .text(dictionary + " ".repeat(117 - dictionary.length()) + "\n")
                .raw(0, 0, 0, 0, 0, 0, 0xF0, 0x3F)
                .raw(0, 0, 0, 0, 0, 0, 0, 0xC0)
                .bytes();
        assertArrayEquals(expected, Files.readAllBytes(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|()", "1|(3,)", "2|(3, 2)", "3|(3, 2, 1)"})
    void whatIsWrittenIsReadBackWhateverTheRank(int rank, String shown) throws IOException {
        Shape shape = Shape.of(java.util.Arrays.copyOf(new int[] {3, 2, 1}, rank));
        double[] numbers = new double[shape.size()];
        java.util.Arrays.setAll(numbers, i -> i / 3.0);
        Tensor tensor = Tensor.of(shape, numbers);

        Npy.write(file, tensor);
        Tensor read = Npy.read(file);
        String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        Npy.write(file, tensor.toSingle());

        assertEquals(tensor, read);
        assertEquals(tensor.toSingle(), Npy.read(file));
        assertEquals(true, text.contains("'shape': " + shown + ", }"), text);
    }

    /** In column-major order the first index runs fastest: 1 2 3 4 5 6 are the columns of [[1, 3, 5], [2, 4, 6]]. */
    @Test
    void columnMajorOrderIsReadAsWhatItMeans() throws IOException {
        Tensor read = read(version1("{'descr': '<f8', 'fortran_order': True, 'shape': (2, 3), }")
                .doubles(1, 2, 3, 4, 5, 6));

        assertEquals(Tensor.of(Shape.of(2, 3), 1.0, 3.0, 5.0, 2.0, 4.0, 6.0), read);
    }

    @Test
    void columnMajorOrderOfThreeAxes() throws IOException {
        Tensor read = read(version1("{'descr': '<f4', 'fortran_order': True, 'shape': (2, 1, 2), }")
                .floats(1, 2, 3, 4));

        assertEquals(Tensor.of(Shape.of(2, 1, 2), 1f, 3f, 2f, 4f), read);
    }

    @Test
    void versionTwoHasALongerLength() throws IOException {
        String header = "{\"shape\":(3L,),\"fortran_order\":False,\"descr\":\"|u1\"}" + " ".repeat(70) + "\n";

        Tensor read = read(new FileBytes()
                .raw(0x93)
                .text("NUMPY")
                .raw(2, 0, header.length(), 0, 0, 0)
                .text(header)
                .raw(0, 127, 255));

        assertEquals(Tensor.of(Shape.of(3), 0.0, 127.0, 255.0), read);
    }

    @Test
    void bigEndianNumbersAreRead() throws IOException {
        assertEquals(Tensor.of(Shape.SCALAR, 1.0), read(array(">f8", "()").raw(0x3F, 0xF0, 0, 0, 0, 0, 0, 0)));
        assertEquals(Tensor.of(Shape.of(1), 258.0), read(array(">i2", "(1,)").raw(1, 2)));
    }

    @Test
    void wholeNumbersHalvesAndTruthValuesAreRead() throws IOException {
        assertEquals(Tensor.of(Shape.of(1), -1.0), read(array("<i8", "(1,)").longs(-1)));
        assertEquals(Tensor.of(Shape.of(2), 0.0, 1.0), read(array("|b1", "(2,)").raw(0, 1)));
        assertEquals(Tensor.of(Shape.of(1), 1f), read(array("<f2", "(1,)").raw(0, 0x3C)));
        assertEquals(Tensor.of(Shape.of(0, 2), new double[0]), read(array("<f8", "(0, 2)")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `|O`  | `unknown type: '|O' in FILE: known are f8, f4, f2, i8, i4, i2, i1, u8, u4, u2, u1, b1, with < or > before them; | will do for single bytes`
            `<c16`| `unknown type: '<c16' in FILE: known are f8, f4, f2, i8, i4, i2, i1, u8, u4, u2, u1, b1, with < or > before them; | will do for single bytes`
            `|f8` | `unknown type: '|f8' in FILE: known are f8, f4, f2, i8, i4, i2, i1, u8, u4, u2, u1, b1, with < or > before them; | will do for single bytes`
            ``    | `unknown type: '' in FILE: known are f8, f4, f2, i8, i4, i2, i1, u8, u4, u2, u1, b1, with < or > before them; | will do for single bytes`
            """)
    void aTypeThatIsNoNumberIsRefused(String descr, String message) throws IOException {
        refused(array(descr, "(1,)"), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `[]`
            `{`
            `{'descr': '<f8'}`
            `{'descr': '<f8', 'fortran_order': 0, 'shape': ()}`
            `{'descr': '<f8', 'fortran_order': False, 'shape': (3)}`
            `{'descr': '<f8', 'fortran_order': False, 'shape': (,)}`
            `{'descr': '<f8', 'fortran_order': False, 'shape': (-1,)}`
            `{'descr': '<f8', 'fortran_order': False, 'shape': ()} x`
            `{'descr': '<f8', 'fortran_order': False, 'shape': () 'x': 1}`
            `{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, 'shape': ()}`
            `{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': ()}`
            """)
    void aHeaderThatIsNoSuchDictionaryIsRefused(String header) throws IOException {
        String shown =
                header.length() <= 80 ? header : header.substring(0, 80) + "... (" + header.length() + " characters)";
        refused(
                version1(header),
                "header must be a dictionary of descr (a text), fortran_order (True or False) and shape (a tuple of"
                        + " sizes): that of FILE is " + shown);
    }

    @Test
    void whatIsNoArrayIsRefused() throws IOException {
        refused(
                new FileBytes().text("PK\3\4 and so on"),
                "no array of NumPy's: FILE does not begin with \\x93NUMPY and a version");
        refused(new FileBytes(), "no array of NumPy's: FILE does not begin with \\x93NUMPY and a version");
        refused(
                new FileBytes().raw(0x93).text("NUMPY").raw(3, 0, 0, 0),
                "unknown version: FILE is of version 3.0, read are 1.0 and 2.0");
    }

    @Test
    void aLengthThatCannotBeIsRefusedWithoutRoomBeingMadeForIt() throws IOException {
        refused(
                new FileBytes().raw(0x93).text("NUMPY").raw(2, 0, 0xFF, 0xFF, 0xFF, 0xFF),
                "header is too long: FILE announces one of 4294967295 bytes, at most 10000 are read");
        refused(
                new FileBytes().raw(0x93).text("NUMPY").raw(1, 0, 100, 0).text("{"),
                "file is truncated: FILE ends within its header");
        refused(
                array("<f8", "(2147483647,)").doubles(1),
                "file is truncated: FILE must hold 17179869176 bytes after its header, has 8");
        refused(array("<f8", "(4294967296,)"), "array is too large: an axis of FILE has size 4294967296");
        refused(
                array("<f8", "(65536, 65536)"),
                "array is too large: FILE: shape: too many numbers: [65536, 65536] holds more than the limit of"
                        + " 2147483647");
        refused(array("<f8", "(" + "1,".repeat(65) + ")"), "too many axes: FILE has 65, NumPy has at most 64");
    }

    @Test
    void aFileThatIsTooShortOrTooLongIsRefused() throws IOException {
        refused(array("<f4", "(2,)").raw(1, 2, 3), "file is truncated: FILE must hold 8 bytes after its header, has 3");
        refused(
                array("<f4", "(1,)").raw(1, 2, 3, 4, 5),
                "file goes on after its end: FILE must hold 4 bytes after its header, has more");
    }

    @Test
    void aWholeNumberThatDoublesDoNotHoldIsRefused() throws IOException {
        refused(
                array("<i8", "()").longs((1L << 53) + 1),
                "whole number is too large: FILE holds 9007199254740993, which double precision does not");
    }

    private void refused(FileBytes bytes, String message) throws IOException {
        Files.write(file, bytes.bytes());
        Refused.with(FileException.class, "npy: " + message.replace("FILE", file.toString()), () -> Npy.read(file));
    }
}
