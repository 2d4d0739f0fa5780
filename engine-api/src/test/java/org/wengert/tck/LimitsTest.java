package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.wengert.tck.example.ListEngineProvider;

/** What an engine may do without if it says so. */
class LimitsTest {
    private static KitRun run(Set<Capability> limits, Set<Capability> declared) {
        return new KitRun(ListEngineProvider.class, Fault.NONE, limits, declared, "none");
    }

    @Test
    void anEngineThatDeclaresAbsentAllThatItLacksPasses() {
        Set<Capability> absent = EnumSet.allOf(Capability.class);

        TestExecutionSummary summary = run(absent, absent).all();

        assertEquals(List.of(), KitRun.failures(summary));
        assertTrue(summary.getTestsAbortedCount() > 0, "tests of what is absent are skipped");
        assertTrue(summary.getTestsSucceededCount() > 500, "all others run");
    }

    @Test
    void randomExpressionsLeaveOutWhatIsDeclaredAbsent() {
        Set<Capability> absent = Set.of(Capability.RANK_ABOVE_2);
        String test = "inferenceGivesTheValuesOfRecording";

        assertEquals(List.of(), KitRun.failures(run(absent, absent).method(test)));
        assertEquals(1, KitRun.failures(run(absent, Set.of()).method(test)).size());
    }

    @ParameterizedTest
    @CsvSource({
        "SCOPES, scopesNest",
        "INFERENCE, anInferenceScopeComputesTheSameValues",
        "UPDATES, anUpdateMovesAVariableByTheRule",
        "OWN_OPERATIONS, aUnaryOperationGivesTheTablesValueAndSlopeBitForBit",
        "RANK_ABOVE_2, aStructuralOperationAgreesWithPlainLoops",
    })
    void whatAnEngineLacksIsSkippedIfItIsDeclaredAndAFailureIfNot(Capability capability, String test) {
        Set<Capability> absent = Set.of(capability);

        TestExecutionSummary declared = run(absent, absent).method(test);
        List<String> undeclared = KitRun.failures(run(absent, Set.of()).method(test));

        assertEquals(List.of(), KitRun.failures(declared));
        assertTrue(declared.getTestsAbortedCount() > 0, "skipped");
        assertTrue(undeclared.contains(test + ": " + capability + ": this engine has none"), undeclared::toString);
    }

    @Test
    void anEngineThatDeclaresAbsentWhatItHasFails() {
        List<String> failures =
                KitRun.failures(run(Set.of(), Set.of(Capability.UPDATES)).method("whatIsDeclaredAbsentIsRefused"));

        assertEquals(
                List.of("whatIsDeclaredAbsentIsRefused: Expected java.lang.UnsupportedOperationException to be thrown,"
                        + " but nothing was thrown."),
                failures);
    }

    @Test
    void aRefusalOfSomethingElseIsAFailureWhateverIsDeclared() {
        List<String> failures = KitRun.failures(
                run(Set.of(Capability.SCOPES), Set.of(Capability.UPDATES)).method("scopesNest"));

        assertEquals(List.of("scopesNest: scopes: this engine has none"), failures);
    }
}
