package org.wengert.tape;

import org.wengert.Shape;
import org.wengert.op.BroadcastTo;

/** What rules that compute in double precision, whatever the engine's, have in common. */
final class Shares {
    private Shares() {}

    /** Gives an operand its share of adjoint, one number for each of its own. */
    static <A> void give(TapeValue<A> operand, double[] share) {
        Kernels<A> kernels = operand.owner.kernels();
        if (!operand.reach()) {
            kernels.put(share, operand.adjoint(), operand.at());
            return;
        }
        Arena<A> arena = operand.owner.arena();
        int scratch = arena.reserve(share.length);
        kernels.put(share, arena.numbers, scratch);
        kernels.copy(arena.numbers, scratch, operand.adjoint(), operand.at(), share.length, true);
        arena.cut(scratch);
    }

    /** For each group of numbers that differ only along reduced axes, their positions in index order. */
    static int[][] groups(Shape shape, Shape kept) {
        int[][] groups = new int[kept.size()][kept.size() == 0 ? 0 : shape.size() / kept.size()];
        int[] filled = new int[groups.length];
        int[] group = new BroadcastTo(shape).sources(kept);
        for (int i = 0; i < group.length; i++) {
            groups[group[i]][filled[group[i]]++] = i;
        }
        return groups;
    }

    /** The numbers at these positions. */
    static double[] pick(double[] x, int[] positions) {
        double[] picked = new double[positions.length];
        for (int k = 0; k < picked.length; k++) {
            picked[k] = x[positions[k]];
        }
        return picked;
    }
}
