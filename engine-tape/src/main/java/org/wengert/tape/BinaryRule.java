package org.wengert.tape;

import org.wengert.op.Binary;

/**
 * {@code y = f(a, b)} element by element, operands stretched to the result's shape. It runs in pieces: an operand that
 * already lies as the result does is used in place, one that does not is brought into a tile piece by piece, and its
 * adjoint taken back from one.
 */
final class BinaryRule implements Rule {
    private final Binary op;
    private final Kernels kernels;

    BinaryRule(Binary op, Kernels kernels) {
        this.op = op;
        this.kernels = kernels;
    }

    @Override
    public void forward(Block[] operands, Block y) {
        Stretch left = Stretch.of(operands[0].shape, operands[1].shape, y.shape);
        Stretch right = Stretch.of(operands[1].shape, operands[0].shape, y.shape);
        int piece = Stretch.piece(left, right);
        Span a = operands[0].data();
        Span b = operands[1].data();
        Span result = y.data();
        for (int start = 0; start < y.size(); start += piece) {
            int n = Math.min(piece, y.size() - start);
            kernels.binary(op, left.bring(a, start, n), right.bring(b, start, n), result.plus(start), n);
        }
    }

    @Override
    public void backward(Block[] operands, Block y) {
        Stretch left = Stretch.of(operands[0].shape, operands[1].shape, y.shape);
        Stretch right = Stretch.of(operands[1].shape, operands[0].shape, y.shape);
        int piece = Stretch.piece(left, right);
        Span a = operands[0].data();
        Span b = operands[1].data();
        Span value = y.data();
        Span gradient = y.adjoint();
        boolean leftLive = operands[0].isLive();
        boolean rightLive = operands[1].isLive();
        for (int start = 0; start < y.size(); start += piece) {
            int n = Math.min(piece, y.size() - start);
            Span x1 = left.bring(a, start, n);
            Span x2 = right.bring(b, start, n);
            Span y0 = value.plus(start);
            Span gy = gradient.plus(start);
            if (leftLive) {
                Span ga = operands[0].reach();
                kernels.leftGradient(op, x1, x2, y0, gy, left.room(ga, start, n), n);
                left.takeBack(ga, start, n);
            }
            if (rightLive) {
                Span gb = operands[1].reach();
                kernels.rightGradient(op, x1, x2, y0, gy, right.room(gb, start, n), n);
                right.takeBack(gb, start, n);
            }
        }
    }
}
