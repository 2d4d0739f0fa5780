package org.wengert.bench.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductsTest {
    @ParameterizedTest
    @CsvSource({"5x7x3, nn", "5x7x3, nt", "5x7x3, tn", "5x7x3, tt", "1x9x4, nn"})
    void theSuiteMultipliesAsItIsTold(String sizes, String transposed) {
        KernelProducts suite = new KernelProducts();
        suite.sizes = sizes;
        suite.transposed = transposed;
        suite.engine = "tape";
        suite.precision = Variant.FLOAT64;
        suite.kernels = Variant.AUTO;
        suite.threads = Variant.AUTO;
        KernelProducts.Counter counter = new KernelProducts.Counter();
        suite.check();

        suite.product(counter);

        assertEquals(Products.of(sizes, transposed).flops(), counter.gflops);
        suite.close();
    }

    @Test
    void aProductIsCountedInMultiplicationsAndAdditions() {
        assertEquals(2.0 * 128 * 784 * 512, Products.of("128x784x512", "nn").flops());
    }

    @ParameterizedTest
    @CsvSource({"5x7, nn", "5x7x3, n", "5x7x3, xx", "axbxc, nn"})
    void whatIsNoProductIsRefused(String sizes, String transposed) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Products.of(sizes, transposed));

        assertEquals(
                "benchmark: a product is written as 128x784x512 and nn, nt, tn or tt: got " + sizes + " and "
                        + transposed,
                refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tape", HandWritten.LOOPS})
    void predictionsHaveARowForEachSample(String contender) {
        Inference suite = new Inference();
        suite.batch = 3;
        suite.contender = contender;
        suite.precision = Variant.FLOAT64;
        suite.kernels = Variant.AUTO;
        suite.threads = Variant.AUTO;
        suite.check();

        assertEquals(3 * 10, suite.forward().length);
        suite.close();
    }
}
