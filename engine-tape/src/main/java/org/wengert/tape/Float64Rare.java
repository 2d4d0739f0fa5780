package org.wengert.tape;

import static org.wengert.tape.Float64Vectors.LANES;
import static org.wengert.tape.Float64Vectors.load;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.wengert.op.Unary;

/**
 * The last loop of an operation: numbers that its formula is not made for - NaN, infinities, and what over- or underflows
 * on the way - have their results replaced by the table's own. So the table's conventions hold, and no other number has
 * to pay for them.
 */
final class Float64Rare {
    private Float64Rare() {}

    /**
     * Replaces values outside two bounds.
     *
     * @param table the operation whose values are wanted
     */
    static UnaryLoops.Loop<double[]> values(Unary table, double low, double high) {
        return (op, x, xAt, y, yAt, to, toAt, n) -> {
            for (int i = 0; i < n; i += LANES) {
                if (isIn(load(x, xAt + i), low, high)) {
                    values(table, x, xAt + i, to, toAt + i, low, high);
                }
            }
        };
    }

    /** Replaces slopes outside two bounds. */
    static UnaryLoops.Loop<double[]> slopes(Unary table, double low, double high) {
        return (op, x, xAt, y, yAt, to, toAt, n) -> {
            for (int i = 0; i < n; i += LANES) {
                if (isIn(load(x, xAt + i), low, high)) {
                    slopes(table, x, xAt + i, y, yAt + i, to, toAt + i, low, high);
                }
            }
        };
    }

    /** Whether a number of the vector is not between the bounds. */
    static boolean isIn(DoubleVector x, double low, double high) {
        VectorMask<Double> ordinary = x.compare(VectorOperators.GT, low).and(x.compare(VectorOperators.LT, high));
        return !ordinary.allTrue();
    }

    static boolean is(double x, double low, double high) {
        return !(x > low && x < high);
    }

    private static void values(Unary op, double[] x, int xAt, double[] y, int yAt, double low, double high) {
        for (int i = 0; i < LANES; i++) {
            if (is(x[xAt + i], low, high)) {
                y[yAt + i] = (double) op.value(x[xAt + i]);
            }
        }
    }

    private static void slopes(
            Unary op, double[] x, int xAt, double[] y, int yAt, double[] s, int sAt, double low, double high) {
        for (int i = 0; i < LANES; i++) {
            if (is(x[xAt + i], low, high)) {
                s[sAt + i] = (double) op.slope(x[xAt + i], y[yAt + i]);
            }
        }
    }
}
