package org.wengert.bench.suite;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeersTest {
    @BeforeAll
    static void thisMachineHasLibrariesForPyTorch() {
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "PyTorch is there for Linux on x86_64 only");
    }

    @ParameterizedTest
    @CsvSource({
        "3-4-4-1, float64", "3-4-4-1, float32",
        "2-16-16-1, float64", "2-16-16-1, float32",
        "64-32-10, float64", "64-32-10, float32",
        "784-128-10, float64", "784-128-10, float32",
        "784-512-512-10, float64", "784-512-512-10, float32",
        "784-512-512-10-adam, float64", "784-512-512-10-adam, float32",
    })
    void pyTorchComputesWhatTheNaiveLoopsDo(String network, String precision) {
        PyTorchSteps suite = new PyTorchSteps();
        suite.network = network;
        suite.precision = precision;
        suite.threads = 2;

        suite.check();
        suite.step();
        suite.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"float64", "float32"})
    void pyTorchGetsToTheTarget(String precision) throws Exception {
        PyTorchRace race = new PyTorchRace();
        race.task = RaceTask.MOONS;
        race.precision = precision;
        race.threads = Variant.AUTO;
        Race.Result result = new Race.Result();
        race.rehearse();

        race.race(result);
        race.judge();

        assertTrue(result.accuracy >= 0.99, "accuracy " + result.accuracy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"float64", "float32"})
    void netlibMultipliesAsWeDo(String precision) {
        for (String transposed : new String[] {"nn", "nt", "tn"}) {
            PeerProducts suite = new PeerProducts();
            suite.sizes = "5x7x3";
            suite.transposed = transposed;
            suite.precision = precision;
            suite.peer = "netlib-java";
            PeerProducts.Counter counter = new PeerProducts.Counter();
            suite.check();

            suite.product(counter);

            assertTrue(counter.gflops > 0);
        }
    }

    @Test
    void aLibraryOfAnotherNameIsNotTaken() {
        PeerProducts suite = new PeerProducts();
        suite.sizes = "5x7x3";
        suite.transposed = "nn";
        suite.precision = "float32";
        suite.peer = "tape";

        assertThrows(IllegalArgumentException.class, suite::check);
    }
}
