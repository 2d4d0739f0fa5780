package org.wengert.tck;

import java.util.Arrays;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/** A matrix product of small whole numbers: every sum is exact, whatever order, blocking or fused rounding is used. */
final class WholeProduct {
    private WholeProduct() {}

    static void check(Engine engine, int m, int k, int n) {
        double[] a = whole(m * k, 3);
        double[] b = whole(k * n, 5);
        double[] seed = whole(m * n, 7);
        Variable left = engine.variable(Shape.of(m, k), a);
        Variable right = engine.variable(Shape.of(k, n), b);

        Value product = left.matmul(right);
        product.backward(seed);

        Close.assertSame("product", product(a, b, m, k, n), product.data());
        Close.assertSame(
                "left gradient",
                product(seed, transposed(b, k, n), m, n, k),
                left.grad().data());
        Close.assertSame(
                "right gradient",
                product(transposed(a, m, k), seed, k, m, n),
                right.grad().data());
    }

    private static double[] whole(int size, long seed) {
        return Arrays.stream(Points.random(seed, size))
                .map(x -> Math.rint(2 * x))
                .toArray();
    }

    private static double[] product(double[] a, double[] b, int m, int k, int n) {
        double[] y = new double[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int p = 0; p < k; p++) {
                    y[i * n + j] += a[i * k + p] * b[p * n + j];
                }
            }
        }
        return y;
    }

    private static double[] transposed(double[] a, int m, int n) {
        double[] result = new double[a.length];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                result[j * m + i] = a[i * n + j];
            }
        }
        return result;
    }
}
