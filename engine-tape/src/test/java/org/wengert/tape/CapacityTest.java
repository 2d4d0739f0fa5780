package org.wengert.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wengert.error.CapacityException;
import org.wengert.spi.Setting;
import org.wengert.spi.Settings;
import org.wengert.tck.ChildJvm;

/** What there is no room for is refused in words, and the engine can be used on. */
class CapacityTest {
    /** The standard ones. */
    static Settings settings() {
        Map<String, Settings.Entry> entries = new TapeEngineProvider()
                .settings().stream()
                        .collect(Collectors.toMap(Setting::key, s -> new Settings.Entry(s.standard(), "standard")));
        return new Settings(entries);
    }

    @Test
    void outOfMemoryNamesWhatWasRecordedAndTheSizeOfTheTapeAndLeavesTheEngineUsable() throws Exception {
        List<String> lines = ChildJvm.run(Fill.class, "-Xmx64m", "-Dwengert.tape.threads=1").stream()
                .filter(line -> !line.contains("--add-modules"))
                .filter(line -> line.startsWith("add: ") || line.startsWith("gradient"))
                .collect(Collectors.toList());

        assertEquals(4, lines.size(), lines::toString);
        String text = "add: no room for a result of shape %s: out of memory while the tape holds [0-9,]+ rows and"
                + " [0-9,]+ numbers of arrays in [0-9,]+ bytes; close scopes when their values are no longer needed,"
                + " take smaller batches, or give java more memory with -Xmx <- java.lang.OutOfMemoryError: .*";
        assertTrue(lines.get(0).matches(String.format(text, "\\[300, 300\\]")), lines.get(0));
        assertTrue(lines.get(1).matches(String.format(text, "\\[\\]")), lines.get(1));
        assertTrue(lines.get(2).matches(String.format(text, "\\[300, 300\\]")), lines.get(2));
        assertEquals("gradient 6.0", lines.get(3));
    }

    @Test
    void moreThanAnArrayHoldsIsRefusedByArithmetic() {
        CapacityException refused =
                assertThrows(CapacityException.class, () -> Arena.grown(1 << 30, Integer.MAX_VALUE + 1L, "numbers"));

        assertEquals("a tape holds at most 2147483639 numbers and would need 2147483648", refused.getMessage());
        assertThrows(CapacityException.class, () -> Arena.grown(Arena.LIMIT, Arena.LIMIT + 1L, "rows"));
    }

    @Test
    void anArrayGrowsToTwiceItsSizeOrToWhatIsNeededAndUpToTheLimit() {
        assertEquals(200, Arena.grown(100, 101, "rows"));
        assertEquals(1000, Arena.grown(100, 1000, "rows"));
        assertEquals(Arena.LIMIT, Arena.grown(1 << 30, (1 << 30) + 1L, "rows"));
        assertEquals(Arena.LIMIT, Arena.grown(100, Arena.LIMIT, "rows"));
    }
}
