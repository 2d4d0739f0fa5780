package org.wengert.tape;

import org.wengert.op.Concat;

/** Operands one after another along an axis: in row-major order, a run of each by turns. */
final class ConcatRule implements Rule {
    private final Concat op;
    private final Kernels kernels;

    ConcatRule(Concat op, Kernels kernels) {
        this.op = op;
        this.kernels = kernels;
    }

    @Override
    public void forward(Block[] operands, Block result) {
        Span y = result.data();
        int stride = run(result);
        int offset = 0;
        for (Block operand : operands) {
            Span x = operand.data();
            int run = run(operand);
            for (int i = 0; i * run < operand.size(); i++) {
                System.arraycopy(x.array(), x.at() + i * run, y.array(), y.at() + offset + i * stride, run);
            }
            offset += run;
        }
    }

    @Override
    public void backward(Block[] operands, Block result) {
        Span gy = result.adjoint();
        int stride = run(result);
        int offset = 0;
        for (Block operand : operands) {
            int run = run(operand);
            if (operand.isLive()) {
                Span gx = operand.reach();
                for (int i = 0; i * run < operand.size(); i++) {
                    kernels.add(gy.plus(offset + i * stride), gx.plus(i * run), run);
                }
            }
            offset += run;
        }
    }

    /** How many numbers lie together: those that differ only along the joined axis and the ones after it. */
    private int run(Block block) {
        int axis = block.shape.axis(op.name(), op.axis());
        return block.shape.dim(axis) * block.shape.strides()[axis];
    }
}
