package org.wengert.tape;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Copies of operands in the order in which the tiles read them. */
final class Float64Packing {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int V = S.length();
    private static final int PANEL = 2 * V;

    private Float64Packing() {}

    /** Rows of {@code k} numbers, {@code fromStep} apart, to rows {@code toStep} apart. */
    static void rows(int rows, int k, double[] from, int fromAt, int fromStep, double[] to, int toAt, int toStep) {
        for (int i = 0; i < rows; i++) {
            copy(k, from, fromAt + i * fromStep, to, toAt + i * toStep);
        }
    }

    /** What {@code System.arraycopy} does, without its call; a last vector that is not full overlaps the one before. */
    static void copy(int n, double[] from, int fromAt, double[] to, int toAt) {
        if (n < V) {
            for (int i = 0; i < n; i++) {
                to[toAt + i] = from[fromAt + i];
            }
            return;
        }
        for (int i = 0; i < n - V; i += V) {
            DoubleVector.fromArray(S, from, fromAt + i).intoArray(to, toAt + i);
        }
        DoubleVector.fromArray(S, from, fromAt + n - V).intoArray(to, toAt + n - V);
    }

    /**
     * Neighbouring panels of {@code k} rows of two vectors, to where they are {@code toStep} apart. Several at once read
     * longer pieces of rows that may lie far from each other in memory.
     */
    static void panels(int count, int k, double[] from, int fromAt, int fromStep, double[] to, int toAt, int toStep) {
        for (int p = 0; p < k; p++) {
            int row = fromAt + p * fromStep;
            int at = toAt + p * PANEL;
            for (int i = 0; i < count; i++) {
                DoubleVector.fromArray(S, from, row).intoArray(to, at);
                DoubleVector.fromArray(S, from, row + V).intoArray(to, at + V);
                row += PANEL;
                at += toStep;
            }
        }
    }

    /** The last columns of {@code b}, padded with zeros to {@code toStep}: one vector or two. */
    static void padded(int width, int k, double[] from, int fromAt, int fromStep, double[] to, int toAt, int toStep) {
        for (int p = 0; p < k; p++) {
            int row = toAt + p * toStep;
            for (int j = 0; j < width; j++) {
                to[row + j] = from[fromAt + p * fromStep + j];
            }
            for (int j = width; j < toStep; j++) {
                to[row + j] = 0;
            }
        }
    }

    /**
     * Columns of {@code rows} numbers, {@code fromStep} apart, to columns of {@code toStep}, one after another.
     * What is beyond a column's last number may be anything, and so may be a vector behind the last column.
     */
    static void columns(int rows, int k, double[] from, int fromAt, int fromStep, double[] to, int toAt, int toStep) {
        int p = 0;
        if (rows == toStep) {
            int last = Math.max(0, rows - V);
            for (; p < k && fromAt + p * fromStep + V <= from.length; p++) {
                int at = fromAt + p * fromStep;
                for (int i = 0; i < last; i += V) {
                    DoubleVector.fromArray(S, from, at + i).intoArray(to, toAt + p * rows + i);
                }
                DoubleVector.fromArray(S, from, at + last).intoArray(to, toAt + p * rows + last);
            }
        }
        for (; p < k; p++) {
            for (int i = 0; i < rows; i++) {
                to[toAt + p * toStep + i] = from[fromAt + p * fromStep + i];
            }
        }
    }

    /**
     * The transpose of {@code rows} rows of {@code k} numbers: number p of row i goes to {@code p toStep + i}. Four or
     * eight rows are read side by side, so that what is written lies together; on the machines at hand neither gathered
     * loads nor exchanges in registers were faster on 17.
     */
    static void turned(int rows, int k, double[] from, int fromAt, int fromStep, double[] to, int toAt, int toStep) {
        int i = 0;
        for (; i <= rows - 8; i += 8) {
            eight(k, from, fromAt + i * fromStep, fromStep, to, toAt + i, toStep);
        }
        for (; i <= rows - 4; i += 4) {
            four(k, from, fromAt + i * fromStep, fromStep, to, toAt + i, toStep);
        }
        for (; i < rows; i++) {
            for (int p = 0; p < k; p++) {
                to[toAt + i + p * toStep] = from[fromAt + i * fromStep + p];
            }
        }
    }

    private static void four(int k, double[] from, int r0, int fromStep, double[] to, int toAt, int toStep) {
        int r1 = r0 + fromStep;
        int r2 = r1 + fromStep;
        int r3 = r2 + fromStep;
        for (int p = 0; p < k; p++) {
            int at = toAt + p * toStep;
            to[at] = from[r0 + p];
            to[at + 1] = from[r1 + p];
            to[at + 2] = from[r2 + p];
            to[at + 3] = from[r3 + p];
        }
    }

    private static void eight(int k, double[] from, int r0, int fromStep, double[] to, int toAt, int toStep) {
        int r1 = r0 + fromStep;
        int r2 = r1 + fromStep;
        int r3 = r2 + fromStep;
        int r4 = r3 + fromStep;
        int r5 = r4 + fromStep;
        int r6 = r5 + fromStep;
        int r7 = r6 + fromStep;
        for (int p = 0; p < k; p++) {
            int at = toAt + p * toStep;
            to[at] = from[r0 + p];
            to[at + 1] = from[r1 + p];
            to[at + 2] = from[r2 + p];
            to[at + 3] = from[r3 + p];
            to[at + 4] = from[r4 + p];
            to[at + 5] = from[r5 + p];
            to[at + 6] = from[r6 + p];
            to[at + 7] = from[r7 + p];
        }
    }
}
