package org.wengert.tape;

import java.util.Arrays;
import org.wengert.op.MatMul;

/** {@code Y = A B}; {@code dA = dY B^T} and {@code dB = A^T dY}, each written in the layout its operand is stored in. */
final class MatMulRule implements Rule {
    private final MatMul op;
    private final Kernels kernels;

    MatMulRule(MatMul op, Kernels kernels) {
        this.op = op;
        this.kernels = kernels;
    }

    @Override
    public void forward(Block[] operands, Block y) {
        Block a = operands[0];
        Block b = operands[1];
        MatMul.Dimensions n = op.dimensions(a.shape, b.shape);
        Span result = y.data();
        Arrays.fill(result.array(), result.at(), result.at() + y.size(), 0);
        kernels.product(
                isTurned(a, op.transposeLeft()),
                isTurned(b, op.transposeRight()),
                n.rows(),
                n.inner(),
                n.columns(),
                a.data(),
                b.data(),
                result);
    }

    @Override
    public void backward(Block[] operands, Block y) {
        Block a = operands[0];
        Block b = operands[1];
        MatMul.Dimensions n = op.dimensions(a.shape, b.shape);
        boolean turnedA = isTurned(a, op.transposeLeft());
        boolean turnedB = isTurned(b, op.transposeRight());
        Span gy = y.adjoint();
        if (a.isLive()) {
            if (turnedA) { // dA^T = B dY^T
                kernels.product(turnedB, true, n.inner(), n.columns(), n.rows(), b.data(), gy, a.reach());
            } else {
                kernels.product(false, !turnedB, n.rows(), n.columns(), n.inner(), gy, b.data(), a.reach());
            }
        }
        if (b.isLive()) {
            if (turnedB) { // dB^T = dY^T A
                kernels.product(true, turnedA, n.columns(), n.rows(), n.inner(), gy, a.data(), b.reach());
            } else {
                kernels.product(!turnedA, false, n.inner(), n.rows(), n.columns(), a.data(), gy, b.reach());
            }
        }
    }

    /** A vector is a row on the left and a column on the right, whatever the operation says of matrices. */
    private static boolean isTurned(Block operand, boolean transpose) {
        return transpose && operand.shape.rank() == 2;
    }
}
