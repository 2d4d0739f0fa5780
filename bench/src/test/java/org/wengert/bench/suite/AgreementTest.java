package org.wengert.bench.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.bench.suite.SpoiltContender.Part;

class AgreementTest {
    private static final Workload TINY = Workload.named(Workload.TINY);

    static Stream<Arguments> contenders() {
        Stream<Arguments> standard = Workload.TABLE.stream()
                .flatMap(workload -> Stream.of("scalar", HandWritten.LOOPS)
                        .map(contender -> Arguments.of(workload.name(), contender, Variant.STANDARD)));
        Stream<Arguments> tape = Workload.TABLE.stream()
                .flatMap(workload -> variants().map(variant -> Arguments.of(workload.name(), "tape", variant)));
        return Stream.concat(standard, tape);
    }

    private static Stream<Variant> variants() {
        return Stream.of(Variant.FLOAT64, Variant.FLOAT32)
                .flatMap(precision -> Stream.of(Variant.AUTO, "plain", "vector")
                        .map(kernels -> new Variant(precision, kernels, Variant.AUTO)));
    }

    @ParameterizedTest
    @MethodSource("contenders")
    void everyContenderComputesWhatTheNaiveLoopsDo(String network, String contender, Variant variant) {
        Workload workload = Workload.named(network);
        Problem problem = Problem.of(workload);
        Agreement.Opener opener = rate -> Contenders.open(contender, variant, workload, problem, rate);
        try {
            Agreement.require(workload, problem, variant.precision(), opener);
        } catch (Skipped e) {
            Assumptions.abort(e.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void aContenderThatIsWrongInOneNumberIsRefused(Part part) {
        Problem problem = Problem.of(TINY);

        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> Agreement.require(
                        TINY, problem, Variant.FLOAT32, rate -> new SpoiltContender(part, TINY, problem, rate)));

        String message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith("benchmark: nothing is timed: " + part.named + " is "), message);
    }

    @Test
    void aDifferenceIsToldWithItsPlaceAndBothNumbers() {
        assertRefused(
                "benchmark: nothing is timed: a gradient, number 1, is -3.0 on bad, the reference is 3.0; the tolerance"
                        + " is 1.0E-12 of 4.0",
                2,
                -3,
                4);
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        assertRefused(
                "benchmark: nothing is timed: a gradient, number 0, is NaN on bad, the reference is 2.0; the tolerance"
                        + " is 1.0E-12 of 4.0",
                Double.NaN,
                3,
                4);
    }

    private static void assertRefused(String message, double... actual) {
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> Agreement.compare("a gradient", "bad", 1e-12, new double[] {2, 3, 4}, actual));

        assertEquals(message, refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "tape", HandWritten.LOOPS})
    void theTimedStepTrains(String name) {
        try (Contender contender = Contenders.open(name, Variant.STANDARD, TINY, Problem.of(TINY), 0.05)) {
            double first = contender.loss();
            for (int i = 0; i < 50; i++) {
                contender.step();
            }

            assertTrue(contender.loss() < first / 2, first + " to " + contender.loss());
        }
    }

    @Test
    void theSuitesThemselvesCheckAndRun() {
        Steps steps = new Steps();
        steps.network = Workload.TINY;
        steps.contender = "tape";
        steps.precision = Variant.FLOAT64;
        steps.kernels = Variant.AUTO;
        steps.threads = Variant.AUTO;
        Smoke smoke = new Smoke();
        smoke.engine = "scalar";

        steps.check();
        smoke.check();

        assertEquals(steps.step(), smoke.trainingStep(), 1e-12);
        steps.close();
        smoke.close();
    }

    @Test
    void aNetworkThatBlowsUpUnderTheClockGetsNoTime() {
        Contender contender = Contenders.open("tape", Variant.STANDARD, TINY, Problem.of(TINY), 1e300);
        contender.step();
        contender.step();

        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> Steps.requireFinite(contender));

        assertTrue(
                String.valueOf(refused.getMessage()).startsWith("benchmark: this time does not count: the loss is "),
                refused.getMessage());
        contender.close();
    }

    @Test
    void aMillionStepsAtTheTimedRateLeaveTheNetworkWhereItWasChecked() {
        try (Contender contender =
                Contenders.open(HandWritten.LOOPS, Variant.STANDARD, TINY, Problem.of(TINY), Steps.RATE)) {
            double first = contender.loss();
            for (int i = 0; i < 1_000_000; i++) {
                contender.step();
            }

            assertEquals(first, contender.loss(), first / 1000);
        }
    }

    @Test
    void whatCannotBeHadIsSkippedAndSaysWhy() {
        assertSkipped(
                "skipped: 'scalar' has no precision=float32: it runs with precision=float64 only",
                "scalar",
                new Variant(Variant.FLOAT32, Variant.AUTO, Variant.AUTO),
                TINY);
        assertSkipped(
                "skipped: 'hand-loops' has no threads=2: it runs with threads=auto only",
                HandWritten.LOOPS,
                new Variant(Variant.FLOAT64, Variant.AUTO, "2"),
                TINY);
        assertSkipped(
                "skipped: 'scalar' makes a node of every number: 784-128-10 with batch 64 has 6504448 multiplications,"
                        + " the limit is 200000",
                "scalar",
                Variant.STANDARD,
                Workload.named(Workload.MEDIUM));
    }

    private static void assertSkipped(String message, String contender, Variant variant, Workload workload) {
        Problem problem = Problem.of(TINY);

        Skipped skipped =
                assertThrows(Skipped.class, () -> Contenders.open(contender, variant, workload, problem, 0.1));

        assertEquals(message, skipped.getMessage());
    }

    @Test
    void anUnknownNetworkIsRefusedWithAList() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Workload.named("3-4-x"));

        assertEquals(
                "benchmark: there is no network '3-4-x': '3-4-x' are no widths of layers; a network is one of 3-4-4-1,"
                        + " 2-16-16-1, 64-32-10, 784-128-10, 784-512-512-10, 784-512-512-10-adam, or is written as"
                        + " '784-128-10 tanh adam batch=64': widths up to 999999, then any of relu, tanh, squares,"
                        + " cross-entropy, sgd, adam, batch=1 to 999999",
                refused.getMessage());
    }
}
