package org.wengert.bench.suite;

import java.util.Arrays;
import org.wengert.nn.Activation;

/** The loops as anybody would write them first, in double. All suites compare with them. */
final class LoopKernels implements StepKernels<double[]> {
    static final double BETA1 = 0.9;
    static final double BETA2 = 0.999;
    static final double EPS = 1e-8;

    @Override
    public String description() {
        return "float64, naive loops, 1 thread";
    }

    @Override
    public double[] of(double... numbers) {
        return numbers.clone();
    }

    @Override
    public double[] numbers(double[] array) {
        return array.clone();
    }

    @Override
    public void product(
            boolean transposeA, boolean transposeB, int m, int k, int n, double[] a, double[] b, double[] c) {
        if (transposeB) {
            rowsByRows(transposeA, m, k, n, a, b, c);
        } else {
            rowsByColumns(transposeA, m, k, n, a, b, c);
        }
    }

    private static void rowsByRows(boolean transposeA, int m, int k, int n, double[] a, double[] b, double[] c) {
        int row = transposeA ? 1 : k;
        int column = transposeA ? m : 1;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int l = 0; l < k; l++) {
                    sum += a[i * row + l * column] * b[j * k + l];
                }
                c[i * n + j] = sum;
            }
        }
    }

    private static void rowsByColumns(boolean transposeA, int m, int k, int n, double[] a, double[] b, double[] c) {
        Arrays.fill(c, 0);
        for (int i = 0; i < m; i++) {
            for (int l = 0; l < k; l++) {
                double factor = transposeA ? a[l * m + i] : a[i * k + l];
                for (int j = 0; j < n; j++) {
                    c[i * n + j] += factor * b[l * n + j];
                }
            }
        }
    }

    @Override
    public void biasAndActivation(Activation f, double[] bias, double[] y, int rows, int columns) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                y[i * columns + j] = value(f, y[i * columns + j] + bias[j]);
            }
        }
    }

    private static double value(Activation f, double x) {
        return f == Activation.TANH ? Math.tanh(x) : f == Activation.RELU ? Math.max(x, 0) : x;
    }

    @Override
    public void slope(Activation f, double[] y, double[] g, int n) {
        for (int i = 0; i < n; i++) {
            g[i] = f == Activation.TANH ? g[i] * (1 - y[i] * y[i]) : y[i] > 0 ? g[i] : 0;
        }
    }

    @Override
    public void sumRows(double[] g, double[] sums, int rows, int columns) {
        Arrays.fill(sums, 0);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                sums[j] += g[i * columns + j];
            }
        }
    }

    @Override
    public double loss(Workload.Objective objective, double[] y, double[] targets, double[] g, int rows, int columns) {
        return objective == Workload.Objective.SUM_OF_SQUARES
                ? squares(y, targets, g, rows * columns)
                : crossEntropy(y, targets, g, rows, columns);
    }

    private static double squares(double[] y, double[] targets, double[] g, int n) {
        double loss = 0;
        for (int i = 0; i < n; i++) {
            double error = y[i] - targets[i];
            loss += error * error;
            g[i] = 2 * error;
        }
        return loss;
    }

    private static double crossEntropy(double[] y, double[] targets, double[] g, int rows, int columns) {
        double loss = 0;
        for (int i = 0; i < rows; i++) {
            int from = i * columns;
            double largest = Double.NEGATIVE_INFINITY;
            for (int j = from; j < from + columns; j++) {
                largest = Math.max(largest, y[j]);
            }
            double sum = 0;
            for (int j = from; j < from + columns; j++) {
                g[j] = Math.exp(y[j] - largest);
                sum += g[j];
            }
            for (int j = from; j < from + columns; j++) {
                g[j] /= sum * rows;
            }
            int target = from + (int) targets[i];
            g[target] -= 1.0 / rows;
            loss += Math.log(sum) + largest - y[target];
        }
        return loss / rows;
    }

    @Override
    public void sgd(double rate, double[] w, double[] g, int n) {
        for (int i = 0; i < n; i++) {
            w[i] -= rate * g[i];
        }
    }

    @Override
    public void adam(double rate, long t, double[] w, double[] g, double[] m, double[] v, int n) {
        double step = rate / (1 - Math.pow(BETA1, t));
        double root = Math.sqrt(1 - Math.pow(BETA2, t));
        for (int i = 0; i < n; i++) {
            m[i] = BETA1 * m[i] + (1 - BETA1) * g[i];
            v[i] = BETA2 * v[i] + (1 - BETA2) * g[i] * g[i];
            w[i] -= step * m[i] / (Math.sqrt(v[i]) / root + EPS);
        }
    }
}
