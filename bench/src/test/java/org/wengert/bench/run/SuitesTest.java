package org.wengert.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SuitesTest {
    static Stream<Suite> suites() {
        return Suites.byName().values().stream();
    }

    @ParameterizedTest
    @MethodSource("suites")
    void rowsHaveDifferentNamesAndGroupsStandTogether(Suite suite) {
        for (Level level : Level.values()) {
            List<Case> rows = suite.cases(level, Choice.NONE);
            List<String> groups = rows.stream().map(Case::group).toList();

            assertEquals(rows.size(), rows.stream().map(Case::id).distinct().count(), suite.name());
            assertTrue(rows.stream().allMatch(row -> row.id().startsWith(suite.name() + "/")), suite.name());
            assertTrue(rows.stream().noneMatch(row -> row.id().contains(" ")), suite.name());
            for (int i = 1; i < groups.size(); i++) {
                String group = groups.get(i);
                assertTrue(
                        group.equals(groups.get(i - 1)) || !groups.subList(0, i).contains(group), group);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("suites")
    void quickEndsWithinTwoMinutes(Suite suite) {
        int rows = suite.cases(Level.QUICK, Choice.NONE).size();

        assertTrue(Level.QUICK.timing().seconds(rows) <= 120, rows + " rows");
    }

    @ParameterizedTest
    @MethodSource("suites")
    void theBaselineIsAmongTheRows(Suite suite) {
        List<Case> rows = suite.cases(Level.QUICK, Choice.NONE);

        assertTrue(
                suite.baseline().isEmpty()
                        || rows.stream().anyMatch(row -> row.contender().equals(suite.baseline())),
                suite.baseline());
    }

    @ParameterizedTest
    @MethodSource("suites")
    void everyMethodIsOnTheClassPath(Suite suite) {
        for (Case row : suite.cases(Level.THOROUGH, Choice.NONE)) {
            assertTrue(Benchmarks.exists(row.benchmark()), row.benchmark());
        }
    }

    @Test
    void aCallerChoosesEnginesPrecisionsAndSizes() {
        Choice choice =
                new Choice(List.of("tape", "mine"), List.of("float32"), List.of("5-4-3 tanh"), List.of(), List.of("1"));

        List<Case> rows = cases("steps", choice);

        assertEquals(
                List.of("steps/5-4-3-tanh/tape/float32/1-thread", "steps/5-4-3-tanh/mine/float32/1-thread"),
                rows.stream().map(Case::id).toList());
        assertEquals("5-4-3, tanh, cross-entropy, sgd, batch 32", rows.get(0).group());
        assertEquals(
                "{network=5-4-3 tanh, contender=tape, precision=float32, kernels=auto, threads=1}",
                rows.get(0).parameters().toString());
    }

    @Test
    void aSizeThatOneMethodKnowsLeavesOutTheOthers() {
        List<Case> rows = cases("kernels", new Choice(List.of(), List.of(), List.of("2x3x4"), List.of(), List.of()));

        assertFalse(rows.isEmpty());
        assertTrue(rows.stream().allMatch(row -> row.benchmark().endsWith("KernelProducts.product")));
    }

    @Test
    void aNameLeavesOutWhatDoesNotTakeIt() {
        Suite peers = Suites.byName().get("peers");
        assertTrue(peers != null);
        Choice tape = new Choice(List.of("tape"), List.of(), List.of(), List.of(), List.of());
        Choice pytorch = new Choice(List.of("pytorch"), List.of(), List.of(), List.of(), List.of());

        for (Entry entry : peers.entries()) {
            assertEquals(
                    entry.yardstick(), !entry.cases("peers", Level.QUICK, tape).isEmpty(), entry.benchmark());
            assertEquals(
                    entry.benchmark().equals("PyTorchSteps.step"),
                    !entry.cases("peers", Level.QUICK, pytorch).isEmpty(),
                    entry.benchmark());
        }
    }

    @Test
    void everyAxisGrowsOverItsOwnSizes() {
        List<String> ids = Suites.byName().get("scaling").cases(Level.THOROUGH, Choice.NONE).stream()
                .map(Case::id)
                .toList();

        assertTrue(ids.contains("scaling/nodes/10000000/tape/float64"), ids.toString());
        assertTrue(ids.contains("scaling/depth/300/tape/float64"), ids.toString());
        assertFalse(ids.contains("scaling/depth/1000/tape/float64"), ids.toString());
    }

    private static List<Case> cases(String suite, Choice choice) {
        Suite found = Suites.byName().get(suite);
        assertTrue(found != null, suite);
        return found.cases(Level.QUICK, choice);
    }

    @Test
    void aPointOfACurveHasItsPlaceAndSharesTheGroup() {
        List<Case> rows = cases("scaling", Choice.NONE);

        assertEquals(100.0, rows.get(0).at());
        assertEquals("scaling/nodes/100/tape/float64", rows.get(0).id());
        assertEquals("nodes", rows.get(0).group());
    }

    @Test
    void withoutPeersTheirSuiteHasNothingToCompare() {
        Suite peers = Suites.byName().get("peers");
        assertTrue(peers != null);

        assertEquals(!peers.missing().isEmpty(), peers.isPointless());
        assertFalse(suites().filter(suite -> !suite.name().equals("peers")).anyMatch(Suite::isPointless));
    }

    @Test
    void whoNamesEnginesMissesNoOthers() {
        Suite training = Suites.byName().get("training");
        assertTrue(training != null);

        assertEquals(training.missing().isEmpty(), training.missingLines().isEmpty());
        assertEquals(List.of(), training.asBuilt().missingLines());
        assertEquals(
                training.cases(Level.QUICK, Choice.NONE), training.asBuilt().cases(Level.QUICK, Choice.NONE));
    }
}
