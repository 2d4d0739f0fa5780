package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wengert.nn.data.Moons;
import org.wengert.nn.data.Split;
import org.wengert.nn.train.History;

class CompareTest {
    /** What two engines may differ by after 100 epochs, for they may sum in different orders. */
    private static final double AGREEMENT = 1e-9;

    @Test
    void bothEnginesEndTwoMoonsAtTheSameLoss() {
        JsonObject json =
                Wengert.run("compare", "moons", "--warmup", "0.1", "--json").json();

        JsonArray engines = json.getAsJsonArray("engines");
        double scalar = loss(engines, 0, "scalar");
        double tape = loss(engines, 1, "tape");
        assertEquals(100, json.get("epochs").getAsInt());
        assertEquals(scalar, tape, AGREEMENT * scalar);
        assertEquals(
                Math.abs(scalar - tape) / Math.max(scalar, tape),
                json.get("loss_difference").getAsDouble());
        assertTrue(json.get("largest_step_difference").getAsDouble() <= AGREEMENT, json.toString());
    }

    private static double loss(JsonArray engines, int place, String name) {
        JsonObject engine = engines.get(place).getAsJsonObject();
        assertEquals(List.of("engine", "description", "loss", "step_seconds", "ratio"), List.copyOf(engine.keySet()));
        assertEquals(name, engine.get("engine").getAsString());
        assertTrue(engine.get("step_seconds").getAsDouble() > 0);
        assertTrue(engine.get("ratio").getAsDouble() >= 1);
        return engine.get("loss").getAsDouble();
    }

    @Test
    void enginesRunInTheOrderGiven() {
        Wengert run = Wengert.run("compare", "--engine", "tape,scalar", "--epochs", "2", "--warmup", "0.01", "--json");

        JsonArray engines = run.json().getAsJsonArray("engines");
        assertEquals("tape", engines.get(0).getAsJsonObject().get("engine").getAsString());
        assertEquals("scalar", engines.get(1).getAsJsonObject().get("engine").getAsString());
    }

    @Test
    void aPersonReadsLossesTimesAndHowTheyWereTaken() {
        Wengert run = Wengert.run("compare", "--epochs", "2", "--warmup", "0.01");

        List<String> lines = run.out().lines().toList();
        assertEquals("moons, 2-16-16-1, 2 epochs, seed 42", lines.get(0));
        assertTrue(lines.get(1).matches(" {2}engine +loss +time a step +ratio +settings"), lines.get(1));
        assertTrue(lines.get(2).matches(" {2}scalar +0\\.\\d+ +\\S+ [mun]?s +\\d+\\.\\d\\d +\\S.*"), lines.get(2));
        assertTrue(lines.get(3).matches(" {2}tape +0\\.\\d+ +\\S+ [mun]?s +\\d+\\.\\d\\d +\\S.*"), lines.get(3));
        assertEquals(
                "  medians of 2 steps, batch preparation included; engines ran in the order shown,", lines.get(10));
        assertEquals("  after each had warmed up for 10.0 ms by training the same network", lines.get(11));
        assertTrue(run.err().startsWith("compare: warming up scalar, tape, 10.0 ms each"), run.err());
    }

    @Test
    void oneEngineCannotBeCompared() {
        Wengert run = Wengert.run("compare", "--engine", "tape");

        assertEquals(2, run.exitCode());
        assertEquals(
                "wengert compare: --engine: two or more are needed to compare: got tape; 'wengert engines' shows those"
                        + " found\nTry 'wengert compare --help'.\n",
                run.err());
    }

    @Test
    void aDifferenceIsRelativeToTheLargerLoss() {
        Comparison comparison = comparison(List.of(1.0, 4.0), List.of(1.0, 5.0));

        assertEquals(0.2, comparison.lossDifference());
        assertEquals(0.2, comparison.largestStepDifference());
    }

    @Test
    void theLargestStepDifferenceMayHaveGoneByTheEnd() {
        Comparison comparison = comparison(List.of(1.0, 5.0), List.of(2.0, 5.0));

        assertEquals(0, comparison.lossDifference());
        assertEquals(0.5, comparison.largestStepDifference());
    }

    @Test
    void aRatioIsToTheFastest() {
        Comparison comparison = comparison(List.of(1.0), List.of(1.0));

        assertEquals(1, comparison.ratio(comparison.entries().get(0)));
        assertEquals(2, comparison.ratio(comparison.entries().get(1)));
    }

    /** Engines with these losses at each step, the last one the final one too; each takes a second more than the one before. */
    @SafeVarargs
    private static Comparison comparison(List<Double>... losses) {
        Split data = new Split(Moons.of(4, 0, 1), Moons.of(4, 0, 1));
        Task task = new Task("moons", Map.of(), Samples.plain(data), Dataset.MOONS.recipe(), 1);
        List<Comparison.Entry> entries = new ArrayList<>();
        for (List<Double> steps : losses) {
            History history = new History(steps, List.of(), 0, false);
            double last = steps.get(steps.size() - 1);
            Result result = new Result("any", "any", task, 1, history, last, 1, 1, Optional.empty());
            entries.add(new Comparison.Entry(result, entries.size() + 1));
        }
        return new Comparison(task, 1, entries);
    }
}
