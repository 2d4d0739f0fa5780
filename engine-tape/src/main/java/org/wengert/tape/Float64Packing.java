package org.wengert.tape;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Copies of operands in the order in which the tiles read them. */
final class Float64Packing {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int V = S.length();

    /** Narrow vectors have no gather instruction on most machines, and the API's substitute is slower than a loop. */
    static final boolean GATHERS = S.vectorBitSize() >= 256;

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
     * Rows of {@code b} to panels of two vectors, each a block of {@code k} rows and one to spare: panels a power of
     * two apart would compete for the same places in the cache. Whole rows are read, as memory likes it.
     */
    static void panels(int width, int k, double[] from, int fromAt, int fromStep, double[] to) {
        for (int p = 0; p < k; p++) {
            int row = fromAt + p * fromStep;
            int at = p * 2 * V;
            for (int j = 0; j < width; j += 2 * V) {
                DoubleVector.fromArray(S, from, row + j).intoArray(to, at + j * (k + 1));
                DoubleVector.fromArray(S, from, row + j + V).intoArray(to, at + j * (k + 1) + V);
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
     * The transpose of {@code rows} rows of {@code k} numbers: number p of row i goes to {@code p toStep + i}. Columns
     * up to the next full vector are filled with repeats of the last row.
     *
     * @param map room for a vector's worth of positions
     */
    static void turned(
            int rows, int k, double[] from, int fromAt, int fromStep, double[] to, int toAt, int toStep, int[] map) {
        if (!GATHERS) {
            turnedOneByOne(rows, k, from, fromAt, fromStep, to, toAt, toStep);
            return;
        }
        for (int i = 0; i < rows; i += V) {
            for (int lane = 0; lane < V; lane++) {
                map[lane] = Math.min(lane, rows - 1 - i) * fromStep;
            }
            int source = fromAt + i * fromStep;
            for (int p = 0; p < k; p++) {
                DoubleVector.fromArray(S, from, source + p, map, 0).intoArray(to, toAt + i + p * toStep);
            }
        }
    }

    private static void turnedOneByOne(
            int rows, int k, double[] from, int fromAt, int fromStep, double[] to, int toAt, int toStep) {
        for (int i = 0; i < rows; i++) {
            for (int p = 0; p < k; p++) {
                to[toAt + i + p * toStep] = from[fromAt + i * fromStep + p];
            }
        }
    }
}
