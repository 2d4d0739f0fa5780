package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedCellTest {
    @TempDir
    Path folder;

    private List<String> marked(String csv, int line, String column) throws IOException {
        Path file = Files.writeString(folder.resolve("data.csv"), csv);
        return MarkedCell.of(
                "table: not a number: 'x' in " + file + ", line " + line + ", column '" + column + "'; so");
    }

    @Test
    void aCaretStandsBelowTheField() throws IOException {
        assertEquals(List.of("  1,  x,3", "      ^"), marked("a, b ,c\n1,  x,3\n", 2, "b"));
    }

    @Test
    void separatorsBetweenQuotesAreNone() throws IOException {
        assertEquals(List.of("  \"1,\"\"2\",x", "          ^"), marked("\uFEFF\"a,1\",\"b\"\n\"1,\"\"2\",x\n", 2, "b"));
    }

    @Test
    void ofALongLineItShowsWhatIsNear() throws IOException {
        String zeros = "0".repeat(70);

        List<String> marked = marked("a,b,c\n" + zeros + ",x," + zeros + "\n", 2, "b");

        assertEquals("  …" + zeros.substring(21) + ",x," + zeros.substring(22) + "…", marked.get(0));
        assertEquals('x', marked.get(0).charAt(marked.get(1).indexOf('^')));
    }

    @Test
    void whatCannotBeFoundIsNotMarked() throws IOException {
        assertEquals(List.of(), marked("a,b\n\"1\n2\",x\n", 2, "b"), "a row of two lines");
        assertEquals(List.of(), marked("a,b\n1,2\n", 2, "c"));
        assertEquals(List.of(), marked("a,b\n1,2\n", 9, "b"));
        assertEquals(List.of(), MarkedCell.of("table: not a number: 'x' in none.csv, line 3, column 'a'"));
        assertEquals(List.of(), MarkedCell.of("table: not a number: 'x' in row 3, column 'a'"));
    }
}
