package org.wengert.tape;

import org.wengert.Shape;
import org.wengert.op.Softmax;
import org.wengert.op.SoftmaxRow;

/** Softmax or its logarithm, line by line; see {@link SoftmaxRow} for the formulas. */
final class SoftmaxRule<A> implements Rule<A> {
    private final Kernels<A> kernels;

    SoftmaxRule(Kernels<A> kernels) {
        this.kernels = kernels;
    }

    @Override
    public void forward(ArrayValue<A> y) {
        Softmax op = (Softmax) y.operation();
        double[] x = y.operand(0).read();
        double[] result = new double[x.length];
        for (int[] line : lines(op, y.shape())) {
            SoftmaxRow row = new SoftmaxRow(Shares.pick(x, line));
            for (int k = 0; k < line.length; k++) {
                result[line[k]] = op.logarithmic() ? row.logShare(k) : row.share(k);
            }
        }
        kernels.put(result, y.store(), y.at());
    }

    @Override
    public void backward(ArrayValue<A> y) {
        Softmax op = (Softmax) y.operation();
        double[] x = y.operand(0).read();
        double[] gradient = y.readAdjoint();
        double[] share = new double[x.length];
        for (int[] line : lines(op, y.shape())) {
            SoftmaxRow row = new SoftmaxRow(Shares.pick(x, line));
            double[] g = Shares.pick(gradient, line);
            double[] of = op.logarithmic() ? row.logShareGradient(g) : row.shareGradient(g);
            for (int k = 0; k < line.length; k++) {
                share[line[k]] = of[k];
            }
        }
        Shares.give(y.operand(0), share);
    }

    private static int[][] lines(Softmax op, Shape shape) {
        int[] sizes = shape.dims();
        sizes[shape.axis(op.name(), op.axis())] = 1;
        return Shares.groups(shape, Shape.of(sizes));
    }
}
