package org.wengert.tape;

import org.wengert.Shape;
import org.wengert.op.Softmax;
import org.wengert.op.SoftmaxRow;

/** Softmax or its logarithm, line by line; see {@link SoftmaxRow} for the formulas. */
final class SoftmaxRule implements Rule {
    private final Softmax op;

    SoftmaxRule(Softmax op) {
        this.op = op;
    }

    @Override
    public void forward(Block[] operands, Block result) {
        Span x = operands[0].data();
        Span y = result.data();
        for (int[] line : lines(result.shape)) {
            SoftmaxRow row = new SoftmaxRow(Groups.pick(x, line));
            for (int k = 0; k < line.length; k++) {
                y.array()[y.at() + line[k]] = op.logarithmic() ? row.logShare(k) : row.share(k);
            }
        }
    }

    @Override
    public void backward(Block[] operands, Block result) {
        if (!operands[0].isLive()) {
            return;
        }
        Span x = operands[0].data();
        Span gx = operands[0].reach();
        Span gy = result.adjoint();
        for (int[] line : lines(result.shape)) {
            SoftmaxRow row = new SoftmaxRow(Groups.pick(x, line));
            double[] gradient = Groups.pick(gy, line);
            double[] share = op.logarithmic() ? row.logShareGradient(gradient) : row.shareGradient(gradient);
            for (int k = 0; k < line.length; k++) {
                gx.array()[gx.at() + line[k]] += share[k];
            }
        }
    }

    private int[][] lines(Shape shape) {
        int[] sizes = shape.dims();
        sizes[shape.axis(op.name(), op.axis())] = 1;
        return Groups.members(shape, Shape.of(sizes));
    }
}
