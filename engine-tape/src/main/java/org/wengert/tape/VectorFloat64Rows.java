package org.wengert.tape;

import static org.wengert.tape.Float64Format.EXP_LIMIT;
import static org.wengert.tape.Float64Vectors.LANES;
import static org.wengert.tape.Float64Vectors.all;
import static org.wengert.tape.Float64Vectors.isNan;
import static org.wengert.tape.Float64Vectors.load;
import static org.wengert.tape.Float64Vectors.one;

import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.wengert.op.Unary;

/**
 * Softmax cross-entropy with a lane for each row, so that ten classes are as fast as a thousand; the formulas are those of
 * {@link org.wengert.op.SoftmaxRow}, each row added up in index order. As many rows as there are lanes are turned into
 * columns, and gradients are turned back; where fewer are left, the other lanes compute with what is there and are
 * not looked at. An instance serves one thread
 * at a time.
 */
final class VectorFloat64Rows {
    /** One loop over the columns; called as those of {@link UnaryLoops} are, and for the same reason. */
    @FunctionalInterface
    private interface Part {
        void run(VectorFloat64Rows rows, int classes);
    }

    private static final List<Part> DISTANCES = List.of(VectorFloat64Rows::findLargest, VectorFloat64Rows::subtract);
    private static final List<Part> SUMS = List.of(VectorFloat64Rows::addUp);
    private static final List<Part> LOSSES = List.of(VectorFloat64Rows::losses);
    private static final List<Part> GRADIENTS = List.of(VectorFloat64Rows::gradients, VectorFloat64Rows::turnBack);

    private static final double ZERO = 0;
    private static final double ONE = 1;

    private final List<UnaryLoops.Loop<double[]>> exp =
            List.of(VectorFloat64Exponentials::exp, Float64Rare.values(Unary.EXP, -EXP_LIMIT, EXP_LIMIT));
    private final List<UnaryLoops.Loop<double[]>> log1p = new VectorFloat64Logarithms().log1p();

    /** Numbers, and later gradients, by class and lane; their exponentials, and later gradients by row. */
    private double[] columns = new double[0];

    private double[] block = new double[0];

    private int sized;

    private final double[] largest = new double[LANES];
    private final double[] top = new double[LANES];
    private final double[] others = new double[LANES];
    private final double[] logarithm = new double[LANES];
    private final double[] chosen = new double[LANES];
    private final double[] factor = new double[LANES];

    void crossEntropy(double[] x, int xAt, int classes, int[] targets, double[] loss, int lossAt) {
        for (int r = 0; r < targets.length; r += LANES) {
            int rows = Math.min(LANES, targets.length - r);
            turn(x, xAt + r * classes, classes, rows);
            run(DISTANCES, classes);
            for (int i = 0; i < rows; i++) {
                chosen[i] = columns[targets[r + i] * LANES + i];
            }
            exponentials(classes);
            UnaryLoops.run(log1p, Unary.LOG1P, others, 0, logarithm, 0, logarithm, 0, LANES);
            run(LOSSES, classes);
            System.arraycopy(chosen, 0, loss, lossAt + r, rows);
        }
    }

    void crossEntropyGradient(
            double[] x, int xAt, int classes, int[] targets, double[] g, int gAt, double[] gx, int gxAt, boolean add) {
        for (int r = 0; r < targets.length; r += LANES) {
            int rows = Math.min(LANES, targets.length - r);
            turn(x, xAt + r * classes, classes, rows);
            for (int i = 0; i < rows; i++) {
                chosen[i] = targets[r + i];
                factor[i] = g[gAt + r + i];
            }
            run(DISTANCES, classes);
            exponentials(classes);
            run(GRADIENTS, classes);
            put(gx, gxAt + r * classes, rows * classes, add);
        }
    }

    private void run(List<Part> parts, int classes) {
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).run(this, classes);
        }
    }

    private void exponentials(int classes) {
        UnaryLoops.run(exp, Unary.EXP, columns, 0, block, 0, block, 0, classes * LANES);
        run(SUMS, classes);
    }

    private void turn(double[] x, int at, int classes, int rows) {
        if (sized != classes) {
            sized = classes;
            columns = new double[classes * LANES];
            block = new double[classes * LANES];
        }
        Float64Packing.turned(rows, classes, x, at, classes, columns, 0, LANES);
    }

    private void put(double[] gx, int at, int n, boolean add) {
        if (add) {
            VectorFloat64Sums.add(block, 0, gx, at, n);
        } else {
            System.arraycopy(block, 0, gx, at, n);
        }
    }

    /** The largest number of each row and its place; of the last NaN, if there is one. */
    private void findLargest(int classes) {
        double[] columns = this.columns;
        DoubleVector most = load(columns, 0);
        DoubleVector place = all(ZERO);
        for (int k = 1; k < classes; k++) {
            DoubleVector next = load(columns, k * LANES);
            VectorMask<Double> better = next.compare(VectorOperators.GT, most).or(isNan(next));
            most = most.blend(next, better);
            place = place.blend((double) k, better);
        }
        most.intoArray(largest, 0);
        place.intoArray(top, 0);
    }

    private void subtract(int classes) {
        double[] columns = this.columns;
        DoubleVector most = load(largest, 0);
        for (int k = 0; k < classes; k++) {
            load(columns, k * LANES).sub(most).intoArray(columns, k * LANES);
        }
    }

    /**
     * The sum of all exponentials but the largest number's own. What each addition loses is kept (Knuth 1969), or a
     * thousand classes would cost a short number's last digits.
     */
    private void addUp(int classes) {
        double[] block = this.block;
        DoubleVector place = load(top, 0);
        DoubleVector sum = all(ZERO);
        DoubleVector lost = all(ZERO);
        for (int k = 0; k < classes; k++) {
            DoubleVector e = load(block, k * LANES);
            DoubleVector other = e.blend(ZERO, place.compare(VectorOperators.EQ, (double) k));
            DoubleVector next = sum.add(other);
            DoubleVector part = next.sub(sum);
            lost = lost.add(sum.sub(next.sub(part))).add(other.sub(part));
            sum = next;
        }
        sum.add(lost).intoArray(others, 0);
    }

    /** {@code ln(1 + others) - (x - largest)}, with the largest's own distance to itself: 0, or NaN if it is infinite. */
    private void losses(int classes) {
        DoubleVector most = load(largest, 0);
        load(logarithm, 0).add(most.sub(most)).sub(load(chosen, 0)).intoArray(chosen, 0);
    }

    /** {@code g p} for shares {@code p}, and {@code -g (1-p)} for the target, whose own complement keeps its digits. */
    private void gradients(int classes) {
        double[] columns = this.columns;
        double[] block = this.block;
        DoubleVector place = load(top, 0);
        DoubleVector target = load(chosen, 0);
        DoubleVector rest = load(others, 0);
        DoubleVector g = load(factor, 0);
        DoubleVector most = load(largest, 0);
        // The largest's own exponential is 1, or NaN where it is infinite.
        DoubleVector total = most.sub(most).add(rest.add(ONE));
        DoubleVector inverse = one().div(total);
        for (int k = 0; k < classes; k++) {
            DoubleVector e = load(block, k * LANES);
            DoubleVector complement = total.sub(e).blend(rest, place.compare(VectorOperators.EQ, (double) k));
            DoubleVector part = e.blend(complement.neg(), target.compare(VectorOperators.EQ, (double) k));
            part.mul(inverse).mul(g).intoArray(columns, k * LANES);
        }
    }

    private void turnBack(int classes) {
        Float64Packing.turned(classes, LANES, columns, 0, LANES, block, 0, classes);
    }
}
