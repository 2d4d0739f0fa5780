package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wengert.bench.run.Suites;

/** What a benchmark run says before it starts; what one finds out, see {@code run.SessionTest}. */
class BenchTest {
    @TempDir
    Path folder;

    @Test
    void theListNamesEverySuiteWithItsTimes() {
        Wengert run = Wengert.run("bench", "--list");

        assertEquals(0, run.exitCode());
        for (String suite : new String[] {
            "smoke", "kernels", "steps", "scalar-graph", "inference", "training", "scaling", "memory", "peers"
        }) {
            assertTrue(
                    run.out()
                            .lines()
                            .anyMatch(line -> line.matches("  " + suite + " +about \\d.* about \\d.* about \\d.*")),
                    run.out());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bench | which suite? there are smoke, kernels, steps, scalar-graph, inference, training, scaling, memory, peers, and files: NAME.properties",
                "bench smok | SUITE: there is no 'smok': known are smoke, kernels, steps, scalar-graph, inference, training, scaling, memory, peers; did you mean 'smoke'?",
                "bench smoke --time slow | --time: there is no 'slow': known are quick, normal, thorough",
                "bench steps --precision float16 | --precision: there is no 'float16': known are float64, float32; did you mean 'float64'?",
                "bench steps --kernels fast | --kernels: there is no 'fast': known are auto, plain, vector",
                "bench steps --threads 0 | --threads: it must be 'auto' or a whole number from 1: got '0'",
                "bench steps --engine tap | --engine: suite 'steps' has no 'tap': there are scalar, tape, hand-loops, hand-kernels; did you mean 'tape'?",
                "bench smoke --engine hand-loops | --engine: suite 'smoke' has no 'hand-loops': there are scalar, tape",
                "bench inference --engine hand-kernels | --engine: suite 'inference' has no 'hand-kernels': there are scalar, tape, hand-loops; did you mean 'hand-loops'?",
                "bench steps --engine tape,tape | --engine: 'tape' is there twice",
                "bench smoke --precision float32 | --precision: suite 'smoke' has rows without precision: Smoke.trainingStep takes engine",
                "bench scalar-graph --precision float32 | --precision: suite 'scalar-graph' has rows without precision: ScalarGraph.evaluate takes nothing; ScalarGraph.recordAndReverse takes engine; ScalarGraph.recordAlone takes engine; ScalarGraph.reverseAlone takes engine",
                "bench training --engine tape --kernels plain | --kernels: suite 'training' has rows without kernels: TrainingRace.race takes engine, precision",
                "bench scaling --threads 1 | --threads: suite 'scaling' has rows without threads: Growth.step takes engine, precision",
                "bench memory --threads 1,2 | --threads: suite 'memory' has rows without threads: Memory.step takes engine, precision",
                "bench kernels --threads 1 | --threads: suite 'kernels' has rows without threads: KernelElementwise.forward takes engine, precision, kernels; KernelElementwise.gradient takes engine, precision, kernels",
                "bench steps --sizes 2-16-16-1,3x4x5 | --sizes: suite 'steps' has nothing like '3x4x5': there are 3-4-4-1, 2-16-16-1, 64-32-10, 784-128-10, 784-512-512-10, 784-512-512-10-adam",
                "bench smoke --data . | --data: suite 'smoke' reads no files",
                "bench training --data nowhere | --data: nowhere is no folder",
                "bench steps --sizes 3x4x5 | --sizes: suite 'steps' has nothing like '3x4x5': there are 3-4-4-1, 2-16-16-1, 64-32-10, 784-128-10, 784-512-512-10, 784-512-512-10-adam",
                "bench smoke --sizes 1 | --sizes: suite 'smoke' has one size only",
                "bench smoke --json nowhere/x.json | --json: cannot write nowhere/x.json: there is no folder nowhere",
                "bench smoke --json . | --json: . is a folder",
                "bench nowhere.properties | nowhere.properties: no such file",
            })
    void aMistakeIsToldBeforeAnythingRuns(String commandLine, String message) {
        Wengert run = Wengert.run(commandLine.split(" "));

        assertEquals("wengert bench: " + message + "\nTry 'wengert bench --help'.\n", run.err());
        assertEquals(2, run.exitCode());
        assertEquals("", run.out());
    }

    @Test
    void aSuiteOfOnesOwnIsReadFromItsFile() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.properties"), "networks = 2-x");

        Wengert run = Wengert.run("bench", file.toString());

        assertEquals(2, run.exitCode());
        assertTrue(
                run.err().startsWith("wengert bench: " + file + ": networks = 2-x: there is no network '2-x': "),
                run.err());
    }

    @Test
    void peersThatAreNotInThisBuildAreALineAndNoFailure() {
        assumeTrue(
                Objects.requireNonNull(Suites.byName().get("peers")).isPointless(),
                "this build has the other libraries and would time them");

        Wengert run = Wengert.run("bench", "peers");

        assertEquals(0, run.exitCode());
        assertEquals(
                "bench: nothing is timed: this build has no PyTorchSteps.step, PeerProducts.product;"
                        + " 'mvn package -Ppeers' builds one that has\n",
                run.out());
    }
}
