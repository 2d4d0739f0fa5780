package org.wengert.tape;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/**
 * Rows of the result of a product that is small, narrow or of few rows, and the buffers that its packed operands go
 * through. They are done in blocks of {@code k}; each continues the sums that the one before has left in {@code c}, so
 * blocks do not show in the bits.
 */
final class Float64Part {
    private static final int V = DoubleVector.SPECIES_PREFERRED.length();
    private static final int PANEL = 2 * V;

    /**
     * How much of {@code b} is packed at a time: a megabyte stays in the second cache while the rows of {@code a} pass
     * by.
     */
    private static final int PACKED = 16 * 1024 * V;

    /** Fewer rows than so many are not worth a part of their own. */
    static final int FEW_ROWS = 16;

    /** Up to so many rows it is best to go through {@code b} once for each, from end to end. */
    static final int SINGLE_ROWS = 3;

    /** Rows of a thin edge that are done in one go. */
    private static final int EDGE_ROWS = 48;

    private static final double[] NOTHING = new double[0];

    /** Where fresh sums start. */
    private static final double[] ZEROS = new double[PANEL];

    private final boolean tall;
    private final double[] left;
    private final double[] edge = new double[EDGE_ROWS * PANEL];
    private double[] right = new double[0];

    private int tileRows;
    private boolean transposeA;
    private boolean transposeB;
    private int m;
    private int k;
    private int n;
    private double[] a = NOTHING;
    private int aAt;
    private double[] b = NOTHING;
    private int bAt;
    private double[] c = NOTHING;
    private int cAt;
    private boolean add;

    /**
     * The block of {@code k} under way, whether its sums go on from {@code c}, and whether {@code b} is packed for it.
     */
    private int p;

    private int depth;
    private boolean goesOn;
    private boolean packed;

    Float64Part(boolean tall) {
        this.tall = tall;
        left = new double[Float64Tile.most(tall) * Float64Tile.STRIDE];
    }

    Float64Part of(
            boolean transposeA,
            boolean transposeB,
            int m,
            int k,
            int n,
            double[] a,
            int aAt,
            double[] b,
            int bAt,
            double[] c,
            int cAt,
            boolean add) {
        tileRows = Float64Tile.rows(tall, transposeA);
        this.transposeA = transposeA;
        this.transposeB = transposeB;
        this.m = m;
        this.k = k;
        this.n = n;
        this.a = a;
        this.aAt = aAt;
        this.b = b;
        this.bAt = bAt;
        this.c = c;
        this.cAt = cAt;
        this.add = add;
        return this;
    }

    /** Computes rows {@code top} to {@code bottom - 1}. */
    void run(int top, int bottom) {
        if (m == 1 && transposeB) {
            Float64Scalar.dots(k, n, a, aAt, b, bAt, c, cAt, add);
        } else if (m <= SINGLE_ROWS && !transposeB) {
            rowByRow(top, bottom);
        } else {
            blocks(top, bottom);
        }
        a = NOTHING; // the arrays belong to a model, which may be forgotten before its engine
        b = NOTHING;
        c = NOTHING;
    }

    private void rowByRow(int top, int bottom) {
        for (int i = top; i < bottom; i++) {
            int to = cAt + i * n;
            if (!add) {
                Arrays.fill(c, to, to + n, 0);
            }
            int x = aAt + i * (transposeA ? 1 : k);
            Float64Row.run(k, n, a, x, transposeA ? m : 1, b, bAt, n, c, to);
        }
    }

    private void blocks(int top, int bottom) {
        int most = even(k, Float64Tile.DEPTH, Float64Tile.STEPS);
        int columns = even(n, PACKED / most, PANEL);
        packed = transposeB || bottom - top > tileRows / 2;
        for (int j = 0; j < n; j += columns) {
            for (p = 0; p < k; p += most) {
                depth = Math.min(most, k - p);
                goesOn = add || p > 0;
                block(top, bottom, j, Math.min(columns, n - j));
            }
        }
    }

    /**
     * The size of blocks of at most {@code most} that divide {@code size} evenly, but for rounding up to {@code unit}.
     */
    private static int even(int size, int most, int unit) {
        int blocks = (size + most - 1) / most;
        int block = (size + blocks - 1) / blocks;
        return (block + unit - 1) / unit * unit;
    }

    private void block(int top, int bottom, int start, int width) {
        if (packed) {
            packRight(start, width);
        }
        for (int i = top; i < bottom; ) {
            int rows = Math.min(tileRows, bottom - i);
            boolean tile = width > V && rows > tileRows / 2;
            if (tile) {
                packLeft(i, rows);
            } else if (width <= V) {
                rows = Math.min(EDGE_ROWS, bottom - i);
            }
            for (int j = 0; j < width; j += PANEL) {
                panel(tile, i, rows, start + j, Math.min(PANEL, width - j), width, j * (depth + 1));
            }
            i += rows;
        }
    }

    private void packLeft(int i, int rows) {
        int from = aAt + (transposeA ? p * m + i : i * k + p);
        Float64Tile.pack(tall, transposeA, rows, depth, a, from, transposeA ? m : k, left, 0);
    }

    /** Panels of two vectors, {@code depth + 1} rows each, the last one perhaps of one vector. */
    private void packRight(int start, int width) {
        reserve((depth + 1) * (width + PANEL));
        int full = width - width % PANEL;
        int rest = width - full;
        int step = panelStep(rest, full + rest);
        int lastAt = full * (depth + 1);
        if (transposeB) {
            int from = bAt + start * k + p;
            for (int j = 0; j < full; j += PANEL) {
                Float64Packing.turned(PANEL, depth, b, from + j * k, k, right, j * (depth + 1), PANEL);
            }
            Float64Packing.turned(rest, depth, b, from + full * k, k, right, lastAt, step);
        } else {
            int from = bAt + p * n + start;
            for (int j = 0; j < full; j += PANEL) {
                Float64Packing.panels(1, depth, b, from + j, n, right, j * (depth + 1), 0);
            }
            if (rest > 0) {
                Float64Packing.padded(rest, depth, b, from + full, n, right, lastAt, step);
            }
        }
    }

    private void reserve(int size) {
        if (right.length < size) {
            right = new double[size];
        }
    }

    /**
     * How wide a panel of so many columns is packed: to leave half a panel empty costs less than another loop, where
     * there are full panels beside it.
     */
    private static int panelStep(int width, int all) {
        return width > V || all > PANEL ? PANEL : V;
    }

    private void panel(boolean tile, int i, int rows, int j, int width, int all, int packedAt) {
        int step = packed ? panelStep(width, all) : width > V ? PANEL : V;
        int to = cAt + i * n + j;
        if (packed) {
            result(tile, i, rows, width, step, right, packedAt, step, to);
        } else if (width == step) {
            result(tile, i, rows, width, step, b, bAt + p * n + j, n, to);
        } else {
            reserve(depth * step);
            Float64Packing.padded(width, depth, b, bAt + p * n + j, n, right, 0, step);
            result(tile, i, rows, width, step, right, 0, step, to);
        }
    }

    /** Writes to {@code c}, or where a tile is larger than what is left of {@code c}, to a buffer first. */
    private void result(boolean tile, int i, int rows, int width, int step, double[] b, int bAt, int bStep, int to) {
        if (width == step && (!tile || rows == tileRows)) {
            loop(tile, i, rows, step, b, bAt, bStep, goesOn ? c : ZEROS, goesOn ? to : 0, goesOn ? n : 0, c, to, n);
            return;
        }
        if (goesOn) {
            Float64Packing.rows(rows, width, c, to, n, edge, 0, step);
        }
        loop(tile, i, rows, step, b, bAt, bStep, goesOn ? edge : ZEROS, 0, goesOn ? step : 0, edge, 0, step);
        Float64Packing.rows(rows, width, edge, 0, step, c, to, n);
    }

    private void loop(
            boolean tile,
            int i,
            int rows,
            int step,
            double[] b,
            int bAt,
            int bStep,
            double[] from,
            int fromAt,
            int fromStep,
            double[] c,
            int to,
            int cStep) {
        if (tile && step == PANEL) {
            Float64Tile.run(tall, transposeA, depth, left, 0, b, bAt, from, fromAt, fromStep, c, to, cStep);
            return;
        }
        int aRow = transposeA ? 1 : k;
        int aStep = transposeA ? m : 1;
        int at = aAt + i * aRow + p * aStep;
        if (step == PANEL) {
            Float64Rows.pairs(rows, depth, a, at, aRow, aStep, b, bAt, bStep, from, fromAt, fromStep, c, to, cStep);
        } else {
            Float64Rows.singles(rows, depth, a, at, aRow, aStep, b, bAt, bStep, from, fromAt, fromStep, c, to, cStep);
        }
    }
}
