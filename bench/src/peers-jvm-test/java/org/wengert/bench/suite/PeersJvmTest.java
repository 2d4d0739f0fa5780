package org.wengert.bench.suite;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeersJvmTest {
    @BeforeAll
    static void thisMachineHasLibrariesForNd4j() {
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "ND4J is there for Linux on x86_64 only");
    }

    @ParameterizedTest
    @ValueSource(strings = {Variant.FLOAT64, Variant.FLOAT32})
    void dl4jTakesOurStepAndGetsToTheTarget(String precision) throws Exception {
        Dl4jRace race = new Dl4jRace();
        race.precision = precision;

        assertGetsThere(race);
    }

    @Test
    void sparkGetsToTheTarget() throws Exception {
        assertGetsThere(new SparkRace());
    }

    private static void assertGetsThere(Race race) throws Exception {
        race.task = RaceTask.MOONS;
        Race.Result result = new Race.Result();
        race.rehearse();

        race.race(result);
        race.judge();

        assertTrue(result.accuracy >= 0.99, "accuracy " + result.accuracy);
    }
}
