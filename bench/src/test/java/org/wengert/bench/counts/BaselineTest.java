package org.wengert.bench.counts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What a step costs, against what it cost when the baseline was written: exactly, on every machine. */
class BaselineTest {
    private static final Path FILE = Path.of("src/test/resources/org/wengert/bench/counts/baseline.json");
    private static final String WRITE = "counts.write";
    private static final String COMMAND = "mvn test -pl bench -am -Dtest=BaselineTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -D" + WRITE + "=true";

    /** Compiles, so that it takes seconds, and leaves out no object. */
    private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

    private static final String NO_COMPILER = "-Xint";

    @Test
    void countsAreThoseOfTheBaseline() throws Exception {
        String counts = count(FIRST_COMPILER);
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(FILE, counts);
            Assumptions.abort("written anew: " + FILE.toAbsolutePath());
        }

        assertSame(baseline(), CountsFile.read(counts));
    }

    @Test
    void noCompilerHasAPartInTheCounts() throws Exception {
        SortedMap<String, SortedMap<String, Double>> baseline = baseline();
        baseline.keySet().removeIf(row -> !row.startsWith("3-4-4-1/"));

        assertSame(baseline, CountsFile.read(count(NO_COMPILER, "3-4-4-1")));
    }

    private static void assertSame(
            Map<String, SortedMap<String, Double>> was, Map<String, SortedMap<String, Double>> is) {
        List<String> differences = Baseline.differences(was, is);

        if (!differences.isEmpty()) {
            fail("\n" + String.join("\n", differences) + "\nIf it is meant to be so, this writes the file anew:\n"
                    + COMMAND + "\n");
        }
    }

    @Test
    void everyNumberThatDiffersIsNamedWithBothValues() {
        SortedMap<String, SortedMap<String, Double>> was = new TreeMap<>();
        was.put("a", new TreeMap<>(Map.of("allocated", 100.0, "nodes", 7.0, "tape.bytesANode", 24.5)));
        was.put("gone", new TreeMap<>(Map.of("nodes", 1.0)));
        SortedMap<String, SortedMap<String, Double>> is = new TreeMap<>();
        is.put("a", new TreeMap<>(Map.of("allocated", 124.0, "nodes", 7.0, "tape.bytesANode", 24.75)));
        is.put("new", new TreeMap<>(Map.of("nodes", 2.0)));

        assertEquals(
                List.of(
                        "a: allocated is 124, the baseline has 100",
                        "a: tape.bytesANode is 24.75, the baseline has 24.5",
                        "gone: nodes is none, the baseline has 1",
                        "new: nodes is 2, the baseline has none"),
                Baseline.differences(was, is));
    }

    @Test
    void aFileOfCountsReadsBackAsItWasWritten() {
        SortedMap<String, SortedMap<String, Double>> counts = new TreeMap<>();
        counts.put("3-4-4-1/tape/float64", new TreeMap<>(Map.of("nodes", 7.0, "tape.bytesANode", 1.0 / 3)));

        assertEquals(counts, CountsFile.read(CountsFile.write(counts)));
    }

    private static SortedMap<String, SortedMap<String, Double>> baseline() throws IOException {
        try (InputStream in = BaselineTest.class.getResourceAsStream("baseline.json")) {
            return CountsFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String count(String compiler, String... workloads) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                compiler,
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Counting.class.getName()));
        command.addAll(List.of(workloads));
        Process counting =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        String counts = new String(counting.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, counting.waitFor(), "counting failed");
        return counts;
    }
}
