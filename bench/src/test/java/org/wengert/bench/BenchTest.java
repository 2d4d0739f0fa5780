package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                "bench steps --threads 0 | --threads: it must be 'auto' or a whole number from 1 to 9999: got '0'",
                "bench steps --engine tap | engine: no engine is named 'tap' (explicit choice): found scalar, tape; did you mean 'tape'?",
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
        Wengert run = Wengert.run("bench", "peers");

        assertEquals(0, run.exitCode());
        assertEquals(
                "bench: nothing is timed: this build has no PyTorchSteps.step, PeerProducts.product;"
                        + " 'mvn package -Ppeers' builds a jar that has them\n",
                run.out());
    }
}
