package org.wengert.tape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.wengert.tape.ProductTest.AT;
import static org.wengert.tape.ProductTest.numbers;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The plain kernels' matrix product, bit for bit: every number is one chain of products and sums in the order of the inner
 * index, in whatever blocks, on whatever threads and at whatever place it is computed, and nothing beside the result is
 * written.
 */
class PlainProductTest {
    /** Below and above a block's depth (64) and width (256), with and without rows to share, and what is left over. */
    @ParameterizedTest(name = "[{0}, {1}] by [{1}, {2}]")
    @CsvSource({
        "1, 1, 1",
        "3, 9, 33",
        "17, 17, 17",
        "5, 130, 300",
        "2, 64, 256",
        "41, 129, 70",
        "64, 40, 530",
        "33, 66, 513"
    })
    void everyNumberIsOneChain(int m, int k, int n) {
        for (int threads : new int[] {1, 2, 7}) {
            try (Workers workers = new Workers(threads)) {
                PlainFloat64Product product = new PlainFloat64Product(workers);
                for (int flags = 0; flags < 8; flags++) {
                    check(product, (flags & 1) != 0, (flags & 2) != 0, m, k, n, (flags & 4) != 0);
                }
            }
        }
    }

    private static void check(
            PlainFloat64Product product, boolean transposeA, boolean transposeB, int m, int k, int n, boolean add) {
        double[] a = numbers(m * k, 1);
        double[] b = numbers(k * n, 2);
        double[] c = numbers(m * n, 3);
        double[] expected = c.clone();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = add ? expected[AT + i * n + j] : 0;
                for (int p = 0; p < k; p++) {
                    sum += a[AT + (transposeA ? p * m + i : i * k + p)] * b[AT + (transposeB ? j * k + p : p * n + j)];
                }
                expected[AT + i * n + j] = sum;
            }
        }
        if (!add) {
            Arrays.fill(c, AT, AT + m * n, Double.NaN);
        }
        product.run(transposeA, transposeB, m, k, n, a, AT, b, AT, c, AT, add);
        assertArrayEquals(expected, c);
    }
}
