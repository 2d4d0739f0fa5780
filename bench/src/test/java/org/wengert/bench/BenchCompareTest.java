package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.bench.result.BenchResult;
import org.wengert.bench.result.ResultFile;
import org.wengert.bench.result.Results;

class BenchCompareTest {
    @TempDir
    Path folder;

    private Wengert compare(BenchResult old, BenchResult now, String... options) {
        Path before = folder.resolve("old.json");
        Path after = folder.resolve("new.json");
        ResultFile.write(before, old);
        ResultFile.write(after, now);
        String[] arguments = new String[options.length + 4];
        arguments[0] = "bench";
        arguments[1] = "compare";
        arguments[2] = before.toString();
        arguments[3] = after.toString();
        System.arraycopy(options, 0, arguments, 4, options.length);
        return Wengert.run(arguments);
    }

    @Test
    void theSameResultsAreEqual() {
        BenchResult result = Results.of(Results.row("steps/a", 9, 10, 11), Results.refused("steps/b", "wrong"));

        Wengert run = compare(result, result);

        assertEquals(0, run.exitCode());
        assertEquals("""
                Verdict
                  2 rows in both runs: 0 slower, 0 faster, 0 without a time any more, 0 too noisy to tell; threshold 10%
                """, run.out());
    }

    @Test
    void everyKindOfChangeIsNamedAndASlowerRowIsARegression() {
        BenchResult old = Results.of(
                Results.row("steps/slower", 9.9, 10, 10.1),
                Results.row("steps/faster", 9.9, 10, 10.1),
                Results.row("steps/unsure", 9, 10, 14),
                Results.row("steps/lost", 9, 10, 11),
                Results.row("steps/gone", 9, 10, 11));
        BenchResult now = Results.of(
                "another machine",
                Results.row("steps/slower", 11.9, 12, 12.1),
                Results.row("steps/faster", 4.9, 5, 5.1),
                Results.row("steps/unsure", 12, 15, 16),
                Results.refused("steps/lost", "a gradient differs"),
                Results.row("steps/added", 9, 10, 11));

        Wengert run = compare(old, now);

        assertEquals(1, run.exitCode());
        assertTrue(
                run.out().startsWith("Warnings\n  different machines: a machine, 2 and another machine, 2\n"),
                run.out());
        for (String heading : new String[] {"Slower", "Faster", "No time any more", "Too noisy to tell"}) {
            assertTrue(run.out().contains("\n" + heading + "\n"), run.out());
        }
        assertTrue(
                run.out()
                        .contains(
                                "\n  steps/slower    1.2  10.0 us  9.90 us to 10.1 us  12.0 us  11.9 us to 12.1 us\n"),
                run.out());
        assertTrue(run.out().contains("\n  steps/faster    0.5  10.0 us"), run.out());
        assertTrue(run.out().contains("\nsteps/lost\n  a gradient differs\n"), run.out());
        assertTrue(run.out().contains("old.json\n  steps/gone\n"), run.out());
        assertTrue(run.out().contains("new.json\n  steps/added\n"), run.out());
        assertTrue(
                run.out()
                        .endsWith(
                                "4 rows in both runs: 1 slower, 1 faster, 1 without a time any more, 1 too noisy to tell;"
                                        + " threshold 10%\n"),
                run.out());
    }

    @Test
    void otherSettingsAreWarnedOfAndAnotherNumberOfRoundsIsNot() {
        BenchResult quick = with(Map.of("rounds", "3", "iterations", "4"));
        BenchResult more = with(Map.of("rounds", "9", "iterations", "4"));
        BenchResult thorough = with(Map.of("rounds", "10", "iterations", "5"));

        assertTrue(compare(quick, more).out().startsWith("Verdict\n"));
        assertTrue(compare(quick, thorough)
                .out()
                .startsWith("Warnings\n  different settings: iterations 4 and iterations 5\n"));
    }

    private static BenchResult with(Map<String, String> settings) {
        BenchResult result = Results.of(Results.row("steps/a", 9, 10, 11));
        return new BenchResult(
                result.format(),
                result.suite(),
                result.title(),
                result.command(),
                result.started(),
                result.seconds(),
                result.machine(),
                settings,
                result.rows(),
                result.fits(),
                result.warnings());
    }

    @Test
    void theThresholdIsTheCallers() {
        BenchResult old = Results.of(Results.row("steps/a", 9.9, 10, 10.1));
        BenchResult now = Results.of(Results.row("steps/a", 11.9, 12, 12.1));

        assertEquals(1, compare(old, now, "--threshold", "19%").exitCode());
        assertEquals(0, compare(old, now, "--threshold", "21").exitCode());
    }

    @Test
    void whatIsNoThresholdIsRefused() {
        BenchResult result = Results.of(Results.row("steps/a", 9, 10, 11));

        Wengert run = compare(result, result, "--threshold", "ten");

        assertEquals(2, run.exitCode());
        assertTrue(
                run.err()
                        .startsWith("wengert bench compare: --threshold: it must be a share above 0 in percent, as 10%:"
                                + " got 'ten'\n"),
                run.err());
    }

    @Test
    void aFileThatIsNoResultIsNamed() {
        Path nowhere = folder.resolve("nowhere.json");

        Wengert run = Wengert.run("bench", "compare", nowhere.toString(), nowhere.toString());

        assertEquals(1, run.exitCode());
        assertEquals("wengert bench compare: bench: no such file: " + nowhere + "\n", run.err());
    }
}
