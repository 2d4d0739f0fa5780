package org.wengert.tape;

import static org.wengert.tape.Float64Format.EXP_LIMIT;
import static org.wengert.tape.Float64Vectors.LANES;
import static org.wengert.tape.Float64Vectors.load;
import static org.wengert.tape.Float64Vectors.negative;
import static org.wengert.tape.Float64Vectors.one;

import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import org.wengert.op.Binary;
import org.wengert.op.Unary;

/**
 * The loops of cross-entropy of a logit against a probability: those of the logistic function, run over the logits, while
 * the probabilities are kept at hand. An instance serves one thread at a time.
 */
final class VectorFloat64Logits {
    private static final double ZERO = 0;
    private static final double ONE = 1;
    private static final double[] NOTHING = new double[0];

    private final VectorFloat64Logistic logistic = new VectorFloat64Logistic();
    private final List<UnaryLoops.Loop<double[]>> value =
            List.of(logistic::decay, logistic::grow, this::line, this::rareValues);
    private final List<UnaryLoops.Loop<double[]>> slope = List.of(logistic::decay, this::difference, this::rareSlopes);
    private double[] b = NOTHING;
    private int bAt;

    /** {@code max(a, 0) - a b + ln(1+e)}, within 3 of its largest part. */
    void value(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n) {
        run(value, a, aAt, b, bAt, y, yAt, n);
    }

    /** {@code (1-b) s(a) - b s(-a)}, within 5 of its larger part. */
    void left(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, double[] s, int n) {
        run(slope, a, aAt, b, bAt, s, 0, n);
    }

    private void run(
            List<UnaryLoops.Loop<double[]>> loops,
            double[] a,
            int aAt,
            double[] b,
            int bAt,
            double[] to,
            int toAt,
            int n) {
        this.b = b;
        this.bAt = bAt;
        UnaryLoops.run(loops, Unary.SIGMOID, a, aAt, to, toAt, to, toAt, n);
        this.b = NOTHING; // the array belongs to a model, which may be forgotten before its engine
    }

    private void line(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] b = this.b;
        int bAt = this.bAt;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            DoubleVector line = at.neg().fma(load(b, bAt + i), at.blend(ZERO, negative(at)));
            line.add(logistic.at(i)).intoArray(to, toAt + i);
        }
    }

    private void difference(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] b = this.b;
        int bAt = this.bAt;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector target = load(b, bAt + i);
            DoubleVector decay = logistic.at(i);
            VectorMask<Double> below = negative(load(x, xAt + i));
            // Divided first: a product with a large b would overflow.
            DoubleVector q = decay.add(ONE);
            DoubleVector up = one().blend(decay, below).div(q);
            DoubleVector down = decay.blend(ONE, below).div(q);
            one().sub(target).mul(up).sub(target.mul(down)).intoArray(to, toAt + i);
        }
    }

    private void rareValues(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        for (int i = 0; i < n; i++) {
            if (Float64Rare.is(x[xAt + i], -EXP_LIMIT, EXP_LIMIT)) {
                to[toAt + i] = (double) Binary.BCE_WITH_LOGITS.value(x[xAt + i], b[bAt + i]);
            }
        }
    }

    private void rareSlopes(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        for (int i = 0; i < n; i++) {
            if (Float64Rare.is(x[xAt + i], -EXP_LIMIT, EXP_LIMIT)) {
                to[toAt + i] = (double) Binary.BCE_WITH_LOGITS.left(x[xAt + i], b[bAt + i], 0);
            }
        }
    }
}
