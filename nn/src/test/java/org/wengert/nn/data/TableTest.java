package org.wengert.nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.nn.Randoms;
import org.wengert.nn.Refused;

class TableTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("houses.csv");
    }

    private CsvTable csv(String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return CsvTable.of(file);
    }

    private void refused(String message, CsvTable table) {
        Refused.with(DataException.class, message.replace("FILE", file.toString()), table::read);
    }

    @Test
    void columnsAreOfNumbersOrOfCategories() throws IOException {
        Table table = csv("size,colour\n\n 1.5 , red \n-2,\"dark, blue\"\n").read();

        assertEquals(2, table.size());
        assertEquals(List.of("size", "colour"), table.names());
        assertEquals(ColumnKind.NUMBERS, table.kind("size"));
        assertEquals(ColumnKind.CATEGORIES, table.kind("colour"));
        assertEquals(OptionalDouble.of(1.5), table.number(0, "size"));
        assertEquals(Optional.of("red"), table.category(0, "colour"));
        assertEquals(Optional.of("dark, blue"), table.category(1, "colour"));
    }

    @Test
    void nothingNaNaNAndAQuestionMarkAreMissingInEitherKind() throws IOException {
        Table table =
                csv("x,colour\n1,red\n,\n NA ,NA\nNaN,NaN\n?,?\n2,\" \"\n").read();

        assertEquals(ColumnKind.NUMBERS, table.kind("x"));
        assertEquals(4, table.missing("x"));
        assertEquals(5, table.missing("colour"));
        assertEquals(OptionalDouble.empty(), table.number(1, "x"));
        assertEquals(Optional.empty(), table.category(4, "colour"));
    }

    @Test
    void otherWordsForNothingAreCategories() throws IOException {
        Table table = csv("x,colour\n1,na\n1,null\n1,n/a\n").read();
        assertEquals(0, table.missing("colour"));
    }

    @Test
    void aColumnWithoutAnyValueGoesForEitherKind() {
        Table table = Table.of(List.of("x", "y"), List.of(List.of("", "1"), List.of("?", "2")));
        assertEquals(OptionalDouble.empty(), table.number(0, "x"));
        assertEquals(Optional.empty(), table.category(0, "x"));
    }

    @Test
    void aTextAmongNumbersIsRefusedWithLineAndColumn() throws IOException {
        String text = "a,b\n1,2\n?,3\n3,wide\n";
        refused("table: not a number: 'wide' in FILE, line 4, column 'b'", csv(text));
        assertEquals(Optional.of("2"), csv(text).categories("b").read().category(0, "b"));
    }

    @Test
    void aNumberThatIsNotFiniteIsRefusedWithLineAndColumn() throws IOException {
        refused("table: not a finite number: '1e999' in FILE, line 3, column 'a'", csv("a,b\n1,2\n1e999,3\n"));
        refused("table: not a finite number: '-inf' in FILE, line 2, column 'b'", csv("a,b\n1,-inf\n1,1\n"));
    }

    @Test
    void mostOfAColumnDecidesUnlessItIsNamed() throws IOException {
        String text = "a,b\n1,01\nx,2\ny,x\nz,03\n";
        assertEquals(ColumnKind.CATEGORIES, csv(text).categories("b").read().kind("a"));
        refused("table: not a number: 'x' in FILE, line 4, column 'b'", csv(text));
        refused(
                "table: not a number: 'x' in FILE, line 3, column 'a'",
                csv(text).categories("b").numbers("a"));
    }

    @Test
    void onlyTheFirstRowsAreReadIfThatIsAskedFor() throws IOException {
        Table table = csv("a,b\n1,x\n2,y\nthree,4\n").limit(2).read();
        assertEquals(2, table.size());
        refused("csv: no data: FILE has a header and no rows", csv("a,b\n1,2\n").limit(0));
    }

    @Test
    void columnsWithoutAHeaderAreNumbered() throws IOException {
        Table table = csv("1,x\n2,y\n").headerless().read();
        assertEquals(List.of("0", "1"), table.names());
        assertEquals(Optional.of("x"), table.category(0, "1"));
    }

    @Test
    void filesThatAreNoTableAreRefused() throws IOException {
        refused("csv: no data: FILE is empty", csv(" \n"));
        refused("csv: no data: FILE has a header and no rows", csv("a,b\n"));
        refused("csv: two columns share a name: 'a' in FILE", csv("a, a\n1,2\n"));
        refused("csv: row of the wrong length: FILE, line 3 has 1 fields, the first row has 2", csv("a,b\n1,2\n3\n"));
        refused(
                "csv: quote is not closed: FILE, line 2 begins a row with a field that goes on to the end of the file",
                csv("a,b\n1,\"2\n3,4\n"));
        refused(
                "table: no such column: 'colour' in FILE: columns are a, b",
                csv("a,b\n1,2\n").categories("colour"));
        Files.delete(file);
        refused("csv: no such file: FILE", CsvTable.of(file));
    }

    @Test
    void whatIsNotInATableIsRefused() {
        Table table = Table.of(List.of("x", "colour"), List.of(List.of("1", "red"), List.of("2", "blue")));
        refused("table: no such column: 'y': columns are x, colour", () -> table.number(0, "y"));
        refused(
                "table: wrong kind of column: 'x' holds numbers, categories are needed; say so where it is read:"
                        + " CsvTable.categories",
                () -> table.category(0, "x"));
        refused(
                "table: wrong kind of column: 'colour' holds categories, numbers are needed; say so where it is read:"
                        + " CsvTable.numbers",
                () -> table.number(0, "colour"));
        refused("table: no such row: 2 of 2", () -> table.select(2));
        refused("table: no rows are left: none was selected of 2", table::select);
    }

    @Test
    void textsThatMakeNoTableAreRefused() {
        refused("table: no rows: there must be at least one", () -> Table.of(List.of("a"), List.of()));
        refused(
                "csv: two columns share a name: 'a' in the table",
                () -> Table.of(List.of("a", "a"), List.of(List.of("1", "2"))));
        refused(
                "table: row of the wrong length: row 1 has 2 fields, there are 1 columns",
                () -> Table.of(List.of("a"), List.of(List.of("1"), List.of("2", "3"))));
        refused(
                "table: not a number: 'x' in row 2, column 'a'",
                () -> Table.of(List.of("a"), List.of(List.of("1"), List.of("2"), List.of("x"))));
    }

    private static void refused(String message, Runnable call) {
        Refused.with(DataException.class, message, call::run);
    }

    @Test
    void aSplitHoldsEveryRowOnceAndAStratifiedOneTheShareOfEachCategory() {
        List<List<String>> rows = IntStream.range(0, 20)
                .mapToObj(i -> List.of(Integer.toString(i), i < 15 ? "a" : "b"))
                .toList();
        Table table = Table.of(List.of("x", "kind"), rows);

        TableSplit plain = table.split(0.75, Randoms.seeded(1));
        TableSplit stratified = table.stratifiedSplit("kind", 0.8, Randoms.seeded(1));

        assertEquals(15, plain.train().size());
        assertEquals(5, plain.test().size());
        double sum = sum(plain.train()) + sum(plain.test());
        assertEquals(190, sum);
        assertEquals(
                1,
                IntStream.range(0, 4)
                        .filter(i -> stratified.test().category(i, "kind").equals(Optional.of("b")))
                        .count());
        refused(
                "stratified split: missing value: row 1, column 'y'",
                () -> Table.of(List.of("y"), List.of(List.of("a"), List.of("?")))
                        .stratifiedSplit("y", 0.5, Randoms.seeded(1)));
    }

    private static double sum(Table table) {
        return IntStream.range(0, table.size())
                .mapToDouble(i -> table.number(i, "x").orElseThrow())
                .sum();
    }
}
