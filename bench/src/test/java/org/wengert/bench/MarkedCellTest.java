package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.nn.data.Place;

class MarkedCellTest {
    @TempDir
    Path folder;

    private List<String> marked(String csv, int line, int column) throws IOException {
        Path file = Files.writeString(folder.resolve("data.csv"), csv);
        return MarkedCell.of(new Place(Optional.of(file), line, column, "any"));
    }

    @Test
    void aCaretStandsBelowTheField() throws IOException {
        assertEquals(List.of("  1,  x,3", "      ^"), marked("a, b ,c\n1,  x,3\n", 2, 1));
    }

    @Test
    void separatorsBetweenQuotesAreNone() throws IOException {
        assertEquals(List.of("  \"1,\"\"2\",x", "          ^"), marked("\uFEFF\"a,1\",\"b\"\n\"1,\"\"2\",x\n", 2, 1));
    }

    @Test
    void ofALongLineItShowsWhatIsNear() throws IOException {
        String zeros = "0".repeat(70);

        List<String> marked = marked("a,b,c\n" + zeros + ",x," + zeros + "\n", 2, 1);

        assertEquals("  …" + zeros.substring(21) + ",x," + zeros.substring(22) + "…", marked.get(0));
        assertEquals('x', marked.get(0).charAt(marked.get(1).indexOf('^')));
    }

    @Test
    void whatCannotBeFoundIsNotMarked() throws IOException {
        assertEquals(List.of(), marked("a,b\n\"1\n2\",x\n", 2, 1), "a row of two lines");
        assertEquals(List.of(), marked("a,b\n1,2\n", 2, 2));
        assertEquals(List.of(), marked("a,b\n1,2\n", 9, 1));
        assertEquals(List.of(), MarkedCell.of(new Place(Optional.of(folder.resolve("none.csv")), 3, 0, "a")));
        assertEquals(List.of(), MarkedCell.of(new Place(Optional.empty(), 3, 0, "a")));
    }
}
