package org.wengert.tape;

import java.util.Arrays;
import org.wengert.op.Binary;

/**
 * Lets loops over operands of equal length serve operands of one number too. Such an operand is spread over a piece of
 * scratch memory, as is the gradient that is to be summed up into one number; so an instance serves one thread at a
 * time.
 */
abstract class Float64Stretch extends Float64Memory {
    /** How many numbers scratch memory holds: few enough to stay in the first cache. */
    static final int PIECE = 512;

    private final double[] left = new double[PIECE];
    private final double[] right = new double[PIECE];
    private final double[] products = new double[PIECE];

    /** {@code y = f(a, b)} for operands of {@code n} numbers each. */
    abstract void values(Binary op, double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n);

    /** {@code ga (+)= g df/da}, likewise. */
    abstract void lefts(
            Binary op,
            double[] a,
            int aAt,
            double[] b,
            int bAt,
            double[] y,
            int yAt,
            double[] g,
            int gAt,
            double[] ga,
            int gaAt,
            int n,
            boolean add);

    /** {@code gb (+)= g df/db}, likewise. */
    abstract void rights(
            Binary op,
            double[] a,
            int aAt,
            double[] b,
            int bAt,
            double[] y,
            int yAt,
            double[] g,
            int gAt,
            double[] gb,
            int gbAt,
            int n,
            boolean add);

    @Override
    public void binary(
            Binary op, double[] a, int aAt, int aStep, double[] b, int bAt, int bStep, double[] y, int yAt, int n) {
        double[] as = stretched(a, aAt, aStep, left, n);
        double[] bs = stretched(b, bAt, bStep, right, n);
        int piece = aStep == 1 && bStep == 1 ? n : PIECE;
        for (int i = 0; i < n; i += piece) {
            values(op, as, at(aAt, aStep, i), bs, at(bAt, bStep, i), y, yAt + i, Math.min(piece, n - i));
        }
    }

    @Override
    public final void leftGradient(
            Binary op,
            double[] a,
            int aAt,
            int aStep,
            double[] b,
            int bAt,
            int bStep,
            double[] y,
            int yAt,
            double[] g,
            int gAt,
            double[] ga,
            int gaAt,
            int n,
            boolean add) {
        double[] as = stretched(a, aAt, aStep, left, n);
        double[] bs = stretched(b, bAt, bStep, right, n);
        int piece = aStep == 1 && bStep == 1 ? n : PIECE;
        double /* always */ total = 0;
        for (int i = 0; i < n; i += piece) {
            int m = Math.min(piece, n - i);
            int p = at(aAt, aStep, i);
            int q = at(bAt, bStep, i);
            if (aStep == 1) {
                lefts(op, as, p, bs, q, y, yAt + i, g, gAt + i, ga, gaAt + i, m, add);
            } else {
                lefts(op, as, p, bs, q, y, yAt + i, g, gAt + i, products, 0, m, false);
                total = sum(total, products, m);
            }
        }
        if (aStep == 0) {
            ga[gaAt] = (double) (add ? ga[gaAt] + total : total);
        }
    }

    @Override
    public final void rightGradient(
            Binary op,
            double[] a,
            int aAt,
            int aStep,
            double[] b,
            int bAt,
            int bStep,
            double[] y,
            int yAt,
            double[] g,
            int gAt,
            double[] gb,
            int gbAt,
            int n,
            boolean add) {
        double[] as = stretched(a, aAt, aStep, left, n);
        double[] bs = stretched(b, bAt, bStep, right, n);
        int piece = aStep == 1 && bStep == 1 ? n : PIECE;
        double /* always */ total = 0;
        for (int i = 0; i < n; i += piece) {
            int m = Math.min(piece, n - i);
            int p = at(aAt, aStep, i);
            int q = at(bAt, bStep, i);
            if (bStep == 1) {
                rights(op, as, p, bs, q, y, yAt + i, g, gAt + i, gb, gbAt + i, m, add);
            } else {
                rights(op, as, p, bs, q, y, yAt + i, g, gAt + i, products, 0, m, false);
                total = sum(total, products, m);
            }
        }
        if (bStep == 0) {
            gb[gbAt] = (double) (add ? gb[gbAt] + total : total);
        }
    }

    private static double[] stretched(double[] x, int xAt, int step, double[] scratch, int n) {
        if (step == 1) {
            return x;
        }
        Arrays.fill(scratch, 0, Math.min(n, PIECE), x[xAt]);
        return scratch;
    }

    private static int at(int xAt, int step, int i) {
        return step == 1 ? xAt + i : 0;
    }

    private static double /* always */ sum(double /* always */ start, double[] x, int n) {
        double /* always */ total = start;
        for (int i = 0; i < n; i++) {
            total += x[i];
        }
        return total;
    }
}
