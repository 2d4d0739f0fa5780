package org.wengert.bench.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ElementwiseTest {
    private static final int NUMBERS = 192;

    @ParameterizedTest
    @EnumSource(Elementwise.class)
    void bothKernelsAgreeInBothPrecisions(Elementwise operation) {
        operation.require("tape", new Variant(Variant.FLOAT64, Variant.AUTO, "1"), NUMBERS);
        operation.require("tape", new Variant(Variant.FLOAT32, Variant.AUTO, "1"), NUMBERS);
    }

    @Test
    void anUnknownOperationIsRefused() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Elementwise.named("sinh"));

        assertEquals(
                "benchmark: no such elementwise operation: got sinh, there are"
                        + " [RELU, TANH, EXP, SIGMOID, LOG, GELU, ADD, MUL, BIAS]",
                refused.getMessage());
    }

    @Test
    void theSuiteRunsThereAndBack() {
        KernelElementwise suite = new KernelElementwise();
        suite.operation = "tanh";
        suite.n = NUMBERS;
        suite.engine = "tape";
        suite.precision = Variant.FLOAT64;
        suite.kernels = Variant.AUTO;

        suite.check();
        suite.gradient();
        suite.close();
    }
}
