package org.wengert.tape;

import java.util.Arrays;

/** What kernels do that is only moving numbers and adding them up; sums are added up in 64 bits. */
abstract class Float64Memory implements Kernels<double[]> {
    private final UpdateLoops<double[]> updates = new PlainFloat64Updates();

    @Override
    public final String precision() {
        return "float64";
    }

    @Override
    public final double[] allocate(int n) {
        return new double[n];
    }

    @Override
    public final double[] resized(double[] x, int kept, int n) {
        double[] y = new double[n];
        System.arraycopy(x, 0, y, 0, kept);
        return y;
    }

    @Override
    public final void put(double /* always */[] x, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = (double) x[i];
        }
    }

    @Override
    public final void get(double[] x, int xAt, double /* always */[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = x[xAt + i];
        }
    }

    @Override
    public final double /* always */ get(double[] x, int at) {
        return x[at];
    }

    @Override
    public final void spread(double /* always */ value, double[] y, int yAt, int n, boolean add) {
        double rounded = (double) value;
        if (!add) {
            Arrays.fill(y, yAt, yAt + n, rounded);
            return;
        }
        for (int i = 0; i < n; i++) {
            y[yAt + i] += rounded;
        }
    }

    @Override
    public void copy(double[] x, int xAt, double[] y, int yAt, int n, boolean add) {
        if (!add) {
            System.arraycopy(x, xAt, y, yAt, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            y[yAt + i] += x[xAt + i];
        }
    }

    @Override
    public UpdateLoops<double[]> updates() {
        return updates;
    }

    @Override
    public void addRow(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int rows, int n) {
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < n; j++) {
                y[yAt + r * n + j] = a[aAt + r * n + j] + b[bAt + j];
            }
        }
    }

    @Override
    public final void sumRows(double[] x, int xAt, int rows, int n, double[] y, int yAt, boolean add) {
        int first = 0;
        if (!add && rows == 0) {
            spread(0, y, yAt, n, false);
        } else if (!add) {
            copy(x, xAt, y, yAt, n, false);
            first = 1;
        }
        addRows(x, xAt + first * n, rows - first, n, y, yAt);
    }

    /** {@code y += sum over r of x[r]}. */
    void addRows(double[] x, int xAt, int rows, int n, double[] y, int yAt) {
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < n; j++) {
                y[yAt + j] += x[xAt + r * n + j];
            }
        }
    }

    @Override
    public final double /* always */ sum(double[] x, int xAt, int n) {
        double /* always */ total = 0;
        for (int i = 0; i < n; i++) {
            total += x[xAt + i];
        }
        return total;
    }

    @Override
    public final double /* always */ squares(double[] x, int xAt, int n) {
        double /* always */ total = 0;
        for (int i = 0; i < n; i++) {
            double number = x[xAt + i];
            double square = number * number;
            total += square;
            x[xAt + i] = number + number;
        }
        return total;
    }

    @Override
    public final void gather(double[] x, int xAt, int[] sources, double[] y, int yAt) {
        for (int i = 0; i < sources.length; i++) {
            y[yAt + i] = x[xAt + sources[i]];
        }
    }

    @Override
    public final void scatterAdd(double[] g, int gAt, int[] sources, double[] gx, int gxAt) {
        for (int i = 0; i < sources.length; i++) {
            gx[gxAt + sources[i]] += g[gAt + i];
        }
    }
}
