package org.wengert.nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.nn.Refused;

class CsvDataTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("flowers.csv");
    }

    private CsvData csv(String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return CsvData.of(file);
    }

    private void refused(String message, CsvData data) {
        Refused.with(DataException.class, message.replace("FILE", file.toString()), data::read);
    }

    @Test
    void aTextTargetBecomesClassesInOrderOfTheirNames() throws IOException {
        DataSet data = csv("length,kind,width\n1.5,rose,2\n-3e2,iris,+4.0\n5,rose,.5\n")
                .target("kind")
                .read();

        assertEquals(TargetKind.CLASSES, data.kind());
        assertEquals(List.of("iris", "rose"), data.classNames());
        assertEquals(List.of("length", "width"), data.featureNames());
        assertArrayEquals(new double[] {1, 0, 1}, data.targetNumbers());
        assertArrayEquals(new double[] {-300, 4}, data.row(1));
        assertArrayEquals(new double[] {5, 0.5}, data.row(2));
        assertEquals(2, data.outputs());
    }

    @Test
    void aTargetOfNumbersStaysNumbers() throws IOException {
        csv("a,y\n1,2.5\n3,-4\n");
        DataSet data = CsvData.read(file, "y");

        assertEquals(TargetKind.NUMBERS, data.kind());
        assertArrayEquals(new double[] {2.5, -4}, data.targetNumbers());
        assertEquals(1, data.outputs());
    }

    @Test
    void numbersMayBeAskedForAsClassesAndAreThenOrderedBySize() throws IOException {
        DataSet data = csv("7,10\n8,9\n9,10\n").headerless().classes().read();

        assertEquals(List.of("9", "10"), data.classNames());
        assertArrayEquals(new double[] {1, 0, 1}, data.targetNumbers());
        assertEquals(List.of("0"), data.featureNames());
    }

    @Test
    void theTargetMayBeNamedByPosition() throws IOException {
        DataSet data = csv("1,2,3\n4,5,6\n").headerless().target(0).read();

        assertArrayEquals(new double[] {1, 4}, data.targetNumbers());
        assertArrayEquals(new double[] {5, 6}, data.row(1));
    }

    @Test
    void quotesByteOrderMarksEmptyLinesAndCarriageReturnsAreUnderstood() throws IOException {
        DataSet data = csv("\uFEFF\"a\",\"kind, of\"\r\n\r\n\"1\",\"x\"\"y\"\r\n 2 ,z\r\n")
                .target("kind, of")
                .read();

        assertEquals(List.of("x\"y", "z"), data.classNames());
        assertArrayEquals(new double[] {2}, data.row(1));
    }

    @Test
    void theShortestFileIsRead() throws IOException {
        DataSet data = csv("1,2").headerless().read();
        assertArrayEquals(new double[] {1}, data.row(0));
        assertArrayEquals(new double[] {2}, data.targetNumbers());
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Files.write(file, new byte[] {'a', ',', 'b', '\n', (byte) 0xC3, '1'});
        refused("csv: not UTF-8 text: FILE, line 2", CsvData.of(file));
    }

    @Test
    void theLineOfBytesThatAreNoTextIsFoundInALongFile() throws IOException {
        byte[] text = ("a,y\n" + "1,2\n".repeat(5000) + "3,4").getBytes(StandardCharsets.UTF_8);
        text[text.length - 1] = (byte) 0xE4;
        Files.write(file, text);
        refused("csv: not UTF-8 text: FILE, line 5002", CsvData.of(file));
        text[4 * 3000] = (byte) 0xE4;
        Files.write(file, text);
        refused("csv: not UTF-8 text: FILE, line 3001", CsvData.of(file));
    }

    @Test
    void textInSixteenBitsIsRefusedWithItsZerosVisible() throws IOException {
        Files.write(file, "a,y\n1,2\n".getBytes(StandardCharsets.UTF_16LE));
        refused("csv: not a number: '\\u00001\\u0000' in FILE, line 2, column 'a\\u0000'", CsvData.of(file));
    }

    @Test
    void aZeroByteBesideDigitsMakesThemNoNumber() throws IOException {
        refused("csv: not a number: '1\\u0000' in FILE, line 2, column 'a'", csv("a,y\n1\0,2\n"));
        refused("csv: not a number: '\\u0000' in FILE, line 2, column 'a'", csv("a,y\n\0,2\n"));
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefusedWithTheRowThatItSwallowedTheOthersFrom() throws IOException {
        String message =
                "csv: quote is not closed: FILE, line 3 begins a row with a field that goes on to the end of the file";
        refused(message, csv("a,y\n1,rose\n2,\"iris\n3,rose\n"));
        refused(message, csv("a,y\n1,rose\n\""));
        refused(message, csv("a,y\n1,rose\n2,\"\"\"\n"));
        refused(message.replace("3", "1"), csv("\"a,y\n1,2"));
    }

    @Test
    void quotesThatAreClosedAtTheVeryEndAreUnderstood() throws IOException {
        assertEquals(List.of("b", "x"), csv("a,y\n1,x\n2,\"b\"").read().classNames());
        assertEquals(List.of("\"", "x"), csv("a,y\n1,x\n2,\"\"\"\"\r").read().classNames());
        assertEquals(List.of("b\"", "x"), csv("a,y\n1,x\n2,b\"\n").read().classNames());
    }

    @Test
    void whatFollowsAQuoteThatIsClosedIsRefusedWithItsLine() throws IOException {
        refused(
                "csv: cannot be understood: FILE, line 3: Unexpected character after closing quote: '\\u0000' (0x0)",
                csv("a,y\n1,2\n\"3\"\0,4\n"));
        refused(
                "csv: cannot be understood: FILE, first row: Unexpected character after closing quote: 'x' (0x78)",
                csv("\"a\"x,y\n1,2\n"));
    }

    @Test
    void aLongFieldIsCutInTheMessage() throws IOException {
        refused(
                "csv: not a number: '" + "x".repeat(80) + "... (100000 characters)' in FILE, line 2, column 'a'",
                csv("a,y\n" + "x".repeat(100_000) + ",3\n"));
    }

    @Test
    void manyColumnsAreNotAllListed() throws IOException {
        String header = IntStream.range(0, 1000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String twenty = IntStream.range(0, 20).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        refused(
                "csv: no such column: 'z' in FILE: columns are " + twenty + ", ... (1000 in all)",
                csv(header + "\n").target("z"));
    }

    /** NOTE: the time only ends a reader that compares each class with each. */
    @Test
    @Timeout(60)
    void asManyClassesAsSamplesAreNumbered() throws IOException {
        int classes = 200_000;
        String rows = IntStream.range(0, classes)
                .mapToObj(i -> "1,c" + (classes + i) + "\n")
                .collect(Collectors.joining());

        DataSet data = csv("a,y\n" + rows).read();

        assertEquals(classes, data.classNames().size());
        assertEquals(classes - 1, data.classOf(classes - 1));
    }

    @Test
    void aMissingColumnIsRefusedWithThoseThereAre() throws IOException {
        refused(
                "csv: no such column: 'sort' in FILE: columns are a, kind",
                csv("a,kind\n1,x\n").target("sort"));
        refused(
                "csv: no such column: '2' in FILE: columns are a, kind",
                csv("a,kind\n1,x\n").target(2));
    }

    @Test
    void aTextInANumberColumnIsRefusedWithLineAndColumn() throws IOException {
        refused(
                "csv: not a number: 'wide' in FILE, line 3, column 'b'",
                csv("a,b,y\n1,2,3\n4,wide,6\n").target("y"));
        refused("csv: not a number: '1d' in FILE, line 2, column 'a'", csv("a,y\n1d,3\n"));
        refused("csv: not a number: '0x1p3' in FILE, line 2, column 'a'", csv("a,y\n0x1p3,3\n"));
    }

    @Test
    void aNumberThatIsNotFiniteIsRefusedWithLineAndColumn() throws IOException {
        refused("csv: not a finite number: 'NaN' in FILE, line 2, column 'a'", csv("a,y\nNaN,3\n"));
        refused(
                "csv: not a finite number: '-1e999' in FILE, line 1, column '0'",
                csv("-1e999,3\n").headerless());
        refused("csv: not a finite number: 'Infinity' in FILE, line 3, column 'y'", csv("a,y\n1,2\n2,Infinity\n"));
    }

    @Test
    void aMissingValueIsRefusedWithLineAndColumn() throws IOException {
        refused("csv: missing value: FILE, line 3, column 'a'", csv("a,y\n1,2\n ,3\n"));
        refused("csv: missing value: FILE, line 2, column 'y'", csv("a,y\n1,\n"));
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        refused("csv: no data: FILE is empty", csv(""));
        refused("csv: no data: FILE is empty", csv("\n\n"));
        refused("csv: no data: FILE has a header and no rows", csv("a,y\n"));
    }

    @Test
    void aRaggedRowIsRefusedWithItsLine() throws IOException {
        refused(
                "csv: row of the wrong length: FILE, line 3 has 2 fields, the first row has 3",
                csv("a,b,y\n1,2,3\n4,5\n"));
        refused(
                "csv: row of the wrong length: FILE, line 2 has 4 fields, the first row has 3",
                csv("a,b,y\n1,2,3,4\n"));
    }

    @Test
    void columnsThatMakeNoDataSetAreRefused() throws IOException {
        refused("csv: no inputs: FILE has no column but the target 'y'", csv("y\n1\n"));
        refused("csv: two columns share a name: 'a' in FILE", csv("a,a,y\n1,2,3\n"));
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        refused("csv: no such file: FILE", CsvData.of(file));
    }

    @Test
    void anEndlessFieldIsRefusedWithoutReadingItWhole() throws IOException {
        CsvData endless = csv("a,y\n\"" + "x".repeat(20_000_000));
        DataException refusal = assertThrows(DataException.class, endless::read);
        assertTrue(
                refusal.getMessage().startsWith("csv: cannot be understood: " + file + ", line 2: "),
                refusal.getMessage());
    }
}
