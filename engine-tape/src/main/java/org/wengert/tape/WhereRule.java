package org.wengert.tape;

import org.wengert.Shape;
import org.wengert.op.BroadcastTo;
import org.wengert.op.Where;

/** The left operand's number where the mask is true, else the right one's; only the one taken gets the adjoint. */
final class WhereRule implements Rule {
    private final Where op;
    private final boolean[] mask;

    WhereRule(Where op) {
        this.op = op;
        this.mask = op.mask();
    }

    @Override
    public void forward(Block[] operands, Block result) {
        Span y = result.data();
        for (int side = 0; side < 2; side++) {
            Span x = operands[side].data();
            int[] sources = sources(operands[side], result.shape);
            boolean[] taken = taken(result.shape, side == 0);
            for (int i = 0; i < taken.length; i++) {
                if (taken[i]) {
                    y.array()[y.at() + i] = x.array()[x.at() + sources[i]];
                }
            }
        }
    }

    @Override
    public void backward(Block[] operands, Block result) {
        Span gy = result.adjoint();
        for (int side = 0; side < 2; side++) {
            if (!operands[side].isLive()) {
                continue;
            }
            Span gx = operands[side].reach();
            int[] sources = sources(operands[side], result.shape);
            boolean[] taken = taken(result.shape, side == 0);
            for (int i = 0; i < taken.length; i++) {
                if (taken[i]) {
                    gx.array()[gx.at() + sources[i]] += gy.array()[gy.at() + i];
                }
            }
        }
    }

    private static int[] sources(Block operand, Shape result) {
        return new BroadcastTo(result).sources(operand.shape);
    }

    private boolean[] taken(Shape result, boolean left) {
        int[] sources = new BroadcastTo(result).sources(op.maskShape());
        boolean[] taken = new boolean[sources.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = mask[sources[i]] == left;
        }
        return taken;
    }
}
