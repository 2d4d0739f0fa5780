package org.wengert.bench.suite;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgreementTest {
    @Test
    void bothEnginesAgreeOnTheTinyStep() {
        assertDoesNotThrow(() -> Agreement.require("scalar", "tape"));
    }

    @Test
    void anotherLossIsRefused() {
        assertRefused(
                "benchmark: engines do not agree, so nothing is timed: the loss is 1.0 on 'good' and 1.1 on 'bad'",
                1.1,
                2,
                3);
    }

    @Test
    void anotherGradientIsRefusedByTheParametersNumber() {
        assertRefused(
                "benchmark: engines do not agree, so nothing is timed: the gradient of parameter 1 is 3.0 on 'good' and"
                        + " -3.0 on 'bad'",
                1,
                2,
                -3);
    }

    @Test
    void aGradientThatIsNoNumberIsRefused() {
        assertRefused(
                "benchmark: engines do not agree, so nothing is timed: the gradient of parameter 0 is 2.0 on 'good' and"
                        + " NaN on 'bad'",
                1,
                Double.NaN,
                3);
    }

    private static void assertRefused(String message, double... actual) {
        IllegalStateException refused = assertThrows(
                IllegalStateException.class, () -> Agreement.compare("good", new double[] {1, 2, 3}, "bad", actual));

        assertEquals(message, refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "tape"})
    void theTimedStepTrains(String engine) {
        Smoke smoke = new Smoke();
        smoke.engine = engine;
        smoke.check();

        double first = smoke.trainingStep();
        double last = first;
        for (int i = 0; i < 50; i++) {
            last = smoke.trainingStep();
        }
        smoke.close();

        assertTrue(last < first / 2, first + " to " + last);
    }
}
