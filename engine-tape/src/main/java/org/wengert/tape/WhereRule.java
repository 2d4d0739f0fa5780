package org.wengert.tape;

import org.wengert.Shape;
import org.wengert.op.BroadcastTo;
import org.wengert.op.Where;

/** The left operand's number where the mask is true, else the right one's; only the one taken gets the adjoint. */
final class WhereRule<A> implements Rule<A> {
    private final Kernels<A> kernels;

    WhereRule(Kernels<A> kernels) {
        this.kernels = kernels;
    }

    @Override
    public void forward(ArrayValue<A> y) {
        boolean[] taken = takenFromLeft((Where) y.operation(), y.shape());
        double[] result = new double[taken.length];
        for (int side = 0; side < 2; side++) {
            double[] x = y.operand(side).read();
            int[] sources = sources(y.operand(side), y.shape());
            for (int i = 0; i < taken.length; i++) {
                if (taken[i] == (side == 0)) {
                    result[i] = x[sources[i]];
                }
            }
        }
        kernels.put(result, y.store(), y.at());
    }

    @Override
    public void backward(ArrayValue<A> y) {
        boolean[] taken = takenFromLeft((Where) y.operation(), y.shape());
        double[] gradient = y.readAdjoint();
        for (int side = 0; side < 2; side++) {
            TapeValue<A> x = y.operand(side);
            if (x.isLive()) {
                double[] share = new double[x.size()];
                int[] sources = sources(x, y.shape());
                for (int i = 0; i < taken.length; i++) {
                    if (taken[i] == (side == 0)) {
                        share[sources[i]] += gradient[i];
                    }
                }
                Shares.give(x, share);
            }
        }
    }

    private static int[] sources(TapeValue<?> operand, Shape result) {
        return new BroadcastTo(result).sources(operand.shape());
    }

    private static boolean[] takenFromLeft(Where op, Shape result) {
        boolean[] mask = op.mask();
        int[] sources = new BroadcastTo(result).sources(op.maskShape());
        boolean[] taken = new boolean[sources.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = mask[sources[i]];
        }
        return taken;
    }
}
