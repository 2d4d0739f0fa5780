package org.wengert.tape;

import java.util.Arrays;

/**
 * Softmax cross-entropy, row by row, with the formulas of {@link org.wengert.op.SoftmaxRow}: shifted by the largest
 * number, whose own share's complement is added up from the others. Exponentials are kept for a row at a time in
 * 64 bits.
 */
final class PlainFloat64Rows {
    private double /* always */[] e = new double /* always */[0];
    private int top;
    private double /* always */ others;

    @SuppressWarnings("IdentityBinaryExpression") // infinity - infinity is NaN
    void crossEntropy(double[] x, int xAt, int classes, int[] targets, double[] loss, int lossAt) {
        for (int r = 0; r < targets.length; r++) {
            int at = xAt + r * classes;
            exponentials(x, at, classes);
            double /* always */ largest = x[at + top];
            double /* always */ distance = x[at + targets[r]] - largest;
            // The largest's own distance to itself is 0, or NaN where it is infinite.
            loss[lossAt + r] = (double) -(distance - (Math.log1p(others) + (largest - largest)));
        }
    }

    void crossEntropyGradient(
            double[] x, int xAt, int classes, int[] targets, double[] g, int gAt, double[] gx, int gxAt, boolean add) {
        for (int r = 0; r < targets.length; r++) {
            exponentials(x, xAt + r * classes, classes);
            int at = gxAt + r * classes;
            if (!add) {
                Arrays.fill(gx, at, at + classes, (double) -0.0);
            }
            addGradient(classes, targets[r], g[gAt + r], gx, at);
        }
    }

    private void exponentials(double[] x, int at, int classes) {
        if (e.length < classes) {
            e = new double /* always */[classes];
        }
        top = indexOfLargest(x, at, classes);
        others = 0;
        for (int i = 0; i < classes; i++) {
            e[i] = Math.exp((double /* always */) x[at + i] - x[at + top]);
            others += i == top ? 0 : e[i];
        }
    }

    /** The place of the largest of some numbers, counted from their first; of the last NaN, if there is one. */
    @SuppressWarnings("IdentityBinaryExpression") // a number that differs from itself is NaN
    static int indexOfLargest(double[] x, int at, int n) {
        int top = 0;
        double largest = x[at];
        for (int i = 1; i < n; i++) {
            double next = x[at + i];
            if (!(next <= largest)) {
                // Not less or equal: greater, or one of the two is NaN.
                boolean stays = largest != largest && next == next;
                top = stays ? top : i;
                largest = stays ? largest : next;
            }
        }
        return top;
    }

    private void addGradient(int classes, int target, double g, double[] gx, int at) {
        double /* always */ total = others + e[top];
        for (int i = 0; i < classes; i++) {
            if (i != target) {
                gx[at + i] += (double) (g * (e[i] / total));
            }
        }
        double /* always */ rest = target == top ? others : total - e[target];
        gx[at + target] += (double) (g * -(rest / total));
    }
}
