package org.wengert.bench.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wengert.nn.data.Batch;

class TrainingRaceTest {
    private static final RaceTask MOONS = RaceTask.named(RaceTask.MOONS, "");

    private static TrainingRace race(String task, String engine, String precision) {
        TrainingRace race = new TrainingRace();
        race.task = task;
        race.engine = engine;
        race.precision = precision;
        return race;
    }

    @ParameterizedTest
    @CsvSource({"tape, float64", "tape, float32", "scalar, float64"})
    void theTimedRunGetsToWhereTheRehearsalDid(String engine, String precision) throws Exception {
        TrainingRace race = race(RaceTask.MOONS, engine, precision);
        Race.Result result = new Race.Result();
        race.rehearse();

        race.race(result);
        race.judge();

        assertTrue(result.accuracy >= 0.99, "accuracy " + result.accuracy);
        assertEquals(0, result.steps % MOONS.every(), "steps " + result.steps);
    }

    @Test
    void allEnginesBeginWithTheSameWeightsAndSeeTheSameBatches() {
        RaceTask begun = limited(1.1, 10);
        try (Racer tape = race(RaceTask.MOONS, "tape", Variant.FLOAT64).open(begun);
                Racer scalar = race(RaceTask.MOONS, "scalar", Variant.FLOAT64).open(begun)) {
            assertEquals(tape.accuracy(), scalar.accuracy());
            tape.train(20);
            scalar.train(20);

            assertEquals(tape.accuracy(), scalar.accuracy());
        }
    }

    @Test
    void aPassHoldsEachSampleOnceAndTheNextOneInAnotherOrder() {
        Supplier<Batch> batches = MOONS.batches();
        Set<List<Double>> first = new HashSet<>();
        double[] begin = new double[0];
        for (int i = 0; i < 20; i++) {
            Batch batch = batches.get();
            begin = i == 0 ? batch.samples().row(0) : begin;
            for (int k = 0; k < batch.size(); k++) {
                double[] row = batch.samples().row(k);
                first.add(List.of(row[0], row[1]));
            }
        }
        double[] next = batches.get().samples().row(0);

        assertEquals(1_000, first.size());
        assertTrue(begin[0] != next[0]);
        assertEquals(begin[0], MOONS.batches().get().samples().row(0)[0]);
    }

    @Test
    void aTargetThatIsNotReachedIsRefusedWithTheAccuracy() {
        RaceTask impossible = limited(1.1, 20);
        try (Racer racer = race(RaceTask.MOONS, "tape", Variant.FLOAT64).open(impossible)) {
            IllegalStateException refused =
                    assertThrows(IllegalStateException.class, () -> Finish.of(racer, impossible));

            assertEquals(
                    "benchmark: no time: after 20 steps the accuracy at moons is " + racer.accuracy() + " on "
                            + racer.description() + ", the target is 1.1",
                    refused.getMessage());
        }
    }

    private static RaceTask limited(double target, int limit) {
        return new RaceTask(
                MOONS.name(), MOONS.data(), MOONS.widths(), MOONS.batch(), MOONS.rate(), target, MOONS.every(), limit);
    }

    @Test
    void whatCannotBeHadIsSkippedByTheRehearsalToo() {
        Skipped skipped = assertThrows(
                Skipped.class,
                () -> race(RaceTask.MOONS, "scalar", Variant.FLOAT32).rehearse());

        assertEquals(
                "skipped: 'scalar' has no precision=float32: it runs with precision=float64 only",
                skipped.getMessage());
    }

    @Test
    void dataThatIsNotThereIsSkippedWithTheWayToNameIt() {
        Skipped skipped = assertThrows(Skipped.class, () -> RaceTask.named(RaceTask.DIGITS, "nowhere"));

        assertEquals(
                "skipped: the data is not there: no nowhere/digits.csv; -p data=FOLDER or -Dbench.data=FOLDER"
                        + " names the folder of digits.csv and of MNIST's files",
                skipped.getMessage());
    }
}
