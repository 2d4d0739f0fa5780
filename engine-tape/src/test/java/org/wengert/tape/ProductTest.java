package org.wengert.tape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The vector kernels' matrix product, bit for bit: every number is one chain of fused multiply-adds in the order of the
 * inner index, in whatever blocks, on whatever threads and at whatever place it is computed, and nothing beside the
 * result is written.
 */
class ProductTest {
    static final int AT = 3;

    @ParameterizedTest(name = "[{0}, {1}] by [{1}, {2}]")
    @CsvSource({
        // Small ones: no vector, a row, a column, one vector and a bit, the networks of the workbench.
        "1, 1, 1",
        "4, 3, 4",
        "1, 40, 7",
        "3, 9, 33",
        "40, 9, 1",
        "100, 2, 16",
        "100, 16, 16",
        "17, 17, 17",
        "5, 70, 31",
        "10, 64, 130",
        "64, 130, 10",
        "30, 801, 20",
        "1000, 450, 3",
        "3, 600, 400",
        "400, 300, 7",
        // Large ones, which are packed: several blocks of rows, as many and fewer in the next, and of the inner index,
        // and what is left over.
        "50, 600, 20",
        "48, 2700, 20",
        "64, 784, 128",
        "790, 400, 56",
        "484, 544, 20",
        "484, 544, 70",
        "82, 400, 529",
        "128, 850, 96",
        "300, 530, 70",
        "301, 40, 97",
        "300, 530, 128",
        "90, 403, 70",
        "200, 3, 900",
        "13, 1100, 45",
        "4, 300, 1500",
        "8, 300, 1500",
        "11, 300, 700",
        "15, 300, 700",
        "7, 20, 9001",
        // Gradients of weights, by rows: more panels than are multiplied together, several blocks of the inner index.
        "600, 40, 530",
        "450, 600, 280"
    })
    void everyNumberIsOneChain(int m, int k, int n) {
        checkTiles(true, m, k, n);
        checkTiles(false, m, k, n);
    }

    /** Low tiles take the place of as many others, and no more room is left than those would leave. */
    @Test
    void tilesCoverAllRows() {
        for (int rows = 1; rows <= 100; rows++) {
            checkRows(true, true, rows);
            checkRows(true, false, rows);
            checkRows(false, true, rows);
            checkRows(false, false, rows);
        }
    }

    private static void checkRows(boolean tall, boolean transposeA, int rows) {
        int most = Float64Tile.rows(tall, transposeA);
        int tiles = (rows + most - 1) / most;
        int low = Float64Tile.low(tall, transposeA, rows);
        int room = (tiles - low) * most + low * Float64Tile.lowRows(tall);
        String about = rows + " rows, tall " + tall + ", transposed " + transposeA;
        assertTrue(low <= tiles && room >= rows, about);
        assertTrue(low == 0 || room == rows, about);
    }

    private static void checkTiles(boolean tall, int m, int k, int n) {
        for (int threads : new int[] {1, 2, 7}) {
            try (Workers workers = new Workers(threads)) {
                Float64Product product = new Float64Product(workers, tall);
                Float32Product single = new Float32Product(workers, tall);
                for (int flags = 0; flags < 8; flags++) {
                    boolean transposeA = (flags & 1) != 0;
                    boolean transposeB = (flags & 2) != 0;
                    boolean add = (flags & 4) != 0;
                    checkDouble(product, transposeA, transposeB, m, k, n, add);
                    checkFloat(single, transposeA, transposeB, m, k, n, add);
                }
            }
        }
    }

    private static void checkDouble(
            Float64Product product, boolean transposeA, boolean transposeB, int m, int k, int n, boolean add) {
        double[] a = numbers(m * k, 1);
        double[] b = numbers(k * n, 2);
        double[] c = numbers(m * n, 3);
        double[] expected = c.clone();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = add ? expected[AT + i * n + j] : 0;
                for (int p = 0; p < k; p++) {
                    sum = Math.fma(
                            a[AT + (transposeA ? p * m + i : i * k + p)],
                            b[AT + (transposeB ? j * k + p : p * n + j)],
                            sum);
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

    private static void checkFloat(
            Float32Product product, boolean transposeA, boolean transposeB, int m, int k, int n, boolean add) {
        float[] a = floats(numbers(m * k, 1));
        float[] b = floats(numbers(k * n, 2));
        float[] c = floats(numbers(m * n, 3));
        float[] expected = c.clone();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float sum = add ? expected[AT + i * n + j] : 0;
                for (int p = 0; p < k; p++) {
                    sum = Math.fma(
                            a[AT + (transposeA ? p * m + i : i * k + p)],
                            b[AT + (transposeB ? j * k + p : p * n + j)],
                            sum);
                }
                expected[AT + i * n + j] = sum;
            }
        }
        if (!add) {
            Arrays.fill(c, AT, AT + m * n, Float.NaN);
        }
        product.run(transposeA, transposeB, m, k, n, a, AT, b, AT, c, AT, add);
        assertArrayEquals(expected, c);
    }

    /** Numbers with a margin on both sides that must not be touched. */
    static double[] numbers(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] numbers = new double[AT + count + AT];
        Arrays.setAll(numbers, i -> 2 * random.nextDouble() - 1);
        return numbers;
    }

    private static float[] floats(double... numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }
}
