package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnginesTest {
    private static final String CHOSEN_BY_FILE = "  tape, by class path file wengert.properties, wengert.engine";

    @Test
    void bothEnginesAreShownAndTheOneChosenWithTheSourceOfTheChoice() {
        Wengert run = Wengert.run("engines");

        List<String> lines = run.out().lines().toList();
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("", run.err());
        assertEquals("Engines", lines.get(0));
        assertTrue(lines.get(1).startsWith("  scalar  "), lines.get(1));
        assertTrue(lines.get(2).startsWith("  tape    "), lines.get(2));
        assertEquals(CHOSEN_BY_FILE, lines.get(lines.indexOf("Chosen") + 1));
    }

    @Test
    void everySettingIsShownWithItsValueItsValidValuesAndItsSource() {
        String out = Wengert.run("engines").out();

        assertTrue(
                out.lines()
                        .anyMatch(
                                line -> line.matches(
                                        " {2}wengert\\.engine +tape +scalar, tape +class path file wengert\\.properties, wengert\\.engine")),
                out);
        assertTrue(
                out.lines()
                        .anyMatch(
                                line -> line.matches(" {2}wengert\\.tape\\.kernels +auto +auto, plain\\b.* standard")),
                out);
    }

    @Test
    void aSystemPropertyRanksBeforeTheFile() {
        Wengert run = Wengert.runWith("wengert.engine", "scalar", "engines");

        assertTrue(run.out().contains("  scalar, by system property wengert.engine\n"), run.out());
    }

    @Test
    void anUnknownEngineInTheConfigurationIsAnError() {
        Wengert run = Wengert.runWith("wengert.engine", "tpae", "engines");

        assertEquals(1, run.exitCode());
        assertTrue(run.out().contains("Chosen\n  none, see below\n"), run.out());
        assertEquals(
                "wengert engines: engine: no engine is named 'tpae' (system property wengert.engine): found scalar,"
                        + " tape; did you mean 'tape'?\n",
                run.err());
    }

    @Test
    void aMisspelledSettingIsAnErrorAndIsSaidOnce() {
        Wengert run = Wengert.runWith("wengert.tape.kernel", "plain", "engines");

        assertEquals(1, run.exitCode());
        assertTrue(run.out().contains("cannot be opened, see below"), run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(
                run.err()
                        .startsWith("wengert engines: configuration: no such setting: system property"
                                + " wengert.tape.kernel: known are wengert.engine, "),
                run.err());
        assertTrue(run.err().endsWith("; did you mean 'wengert.tape.kernels'?\n"), run.err());
    }
}
