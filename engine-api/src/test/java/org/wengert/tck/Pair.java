package org.wengert.tck;

import java.util.Arrays;
import org.wengert.Shape;
import org.wengert.op.Binary;

/** Two arrays that broadcast, and what an operation must make of them, by plain loops. */
record Pair(Shape left, double[] a, Shape right, double[] b) {
    /** Numbers further apart than this are not equal to a difference quotient either, whose step they must exceed. */
    private static double tie(Precision precision) {
        return precision == Precision.FLOAT64 ? 1e-3 : 0.016;
    }

    /** Arrays of these shapes with numbers at which the operation's derivative can be checked by differences. */
    static Pair ordinary(Precision precision, Binary op, Shape left, Shape right) {
        double[] a = Points.cycled(Points.ordinary(op.leftDomain()), 0, left.size());
        double[] b = Points.cycled(Points.ordinary(op.rightDomain()), 7, right.size());
        for (int j = 0; op.kinkWhereEqual() && j < b.length; j++) {
            while (hasTie(tie(precision), a, b[j])) {
                b[j] += 3 * tie(precision);
            }
        }
        return new Pair(left, precision.round(a), right, precision.round(b));
    }

    private static boolean hasTie(double tie, double[] a, double b) {
        return Arrays.stream(a).anyMatch(x -> Math.abs(x - b) < tie);
    }

    Shape shape() {
        int rank = Math.max(left.rank(), right.rank());
        int[] sizes = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            int m = size(left, axis - rank + left.rank());
            int n = size(right, axis - rank + right.rank());
            sizes[axis] = m == 1 ? n : m;
        }
        return Shape.of(sizes);
    }

    private static int size(Shape shape, int axis) {
        return axis < 0 ? 1 : shape.dim(axis);
    }

    /** Where in an operand the number stands that result {@code i} is made of. */
    private int source(Shape operand, int i) {
        int[] index = Index.of(shape(), i);
        int[] own = new int[operand.rank()];
        for (int axis = 0; axis < own.length; axis++) {
            own[axis] = operand.dim(axis) == 1 ? 0 : index[index.length - own.length + axis];
        }
        return Index.position(operand, own);
    }

    double[] values(Binary op) {
        double[] values = new double[shape().size()];
        Arrays.setAll(values, i -> op.value(a[source(left, i)], b[source(right, i)]));
        return values;
    }

    /** {@code d sum(op(a, b)) / da}. */
    double[] leftGradient(Binary op) {
        return leftGradient(op, values(op));
    }

    /** The same from values that are not quite those of the table. */
    double[] leftGradient(Binary op, double... y) {
        double[] gradient = new double[a.length];
        for (int i = 0; i < y.length; i++) {
            gradient[source(left, i)] += op.left(a[source(left, i)], b[source(right, i)], y[i]);
        }
        return gradient;
    }

    /** {@code d sum(op(a, b)) / db}. */
    double[] rightGradient(Binary op) {
        return rightGradient(op, values(op));
    }

    /** The same from values that are not quite those of the table. */
    double[] rightGradient(Binary op, double... y) {
        double[] gradient = new double[b.length];
        for (int i = 0; i < y.length; i++) {
            gradient[source(right, i)] += op.right(a[source(left, i)], b[source(right, i)], y[i]);
        }
        return gradient;
    }

    @Override
    public String toString() {
        return left + " " + Arrays.toString(a) + " and " + right + " " + Arrays.toString(b);
    }
}
