package org.wengert.tape;

import org.wengert.Shape;
import org.wengert.op.BroadcastTo;

/** Which numbers of an array belong together when some of its axes are reduced. */
final class Groups {
    private Groups() {}

    /** For each number of the array, the group it belongs to, groups in row-major order of the kept shape. */
    static int[] groupOfEach(Shape shape, Shape kept) {
        return new BroadcastTo(shape).sources(kept);
    }

    /** For each group, the positions of its numbers in index order. */
    static int[][] members(Shape shape, Shape kept) {
        int[][] members = new int[kept.size()][kept.size() == 0 ? 0 : shape.size() / kept.size()];
        int[] filled = new int[members.length];
        int[] group = groupOfEach(shape, kept);
        for (int i = 0; i < group.length; i++) {
            members[group[i]][filled[group[i]]++] = i;
        }
        return members;
    }

    /** The numbers at these positions. */
    static double[] pick(Span from, int[] positions) {
        double[] picked = new double[positions.length];
        for (int k = 0; k < picked.length; k++) {
            picked[k] = from.array()[from.at() + positions[k]];
        }
        return picked;
    }
}
