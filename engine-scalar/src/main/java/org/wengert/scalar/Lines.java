package org.wengert.scalar;

import org.wengert.Shape;
import org.wengert.op.BroadcastTo;

/** Nodes of a grid taken together in lines: rows, columns, or the groups of a reduction. */
final class Lines {
    private Lines() {}

    /** {@code count} lines of {@code length} nodes each: the rows of a matrix, or its columns if taken across. */
    static Node[][] of(GraphValue x, int count, int length, boolean across) {
        Node[][] lines = new Node[count][length];
        for (int line = 0; line < count; line++) {
            for (int k = 0; k < length; k++) {
                lines[line][k] = x.node(across ? k * count + line : line * length + k);
            }
        }
        return lines;
    }

    /** All nodes, in index order. */
    static Node[] all(GraphValue x) {
        return of(x, 1, x.size(), false)[0];
    }

    /** For each element of the kept shape, the nodes that are reduced to it, in index order. */
    static Node[][] groups(GraphValue x, Shape kept) {
        Node[][] groups = new Node[kept.size()][kept.size() == 0 ? 0 : x.size() / kept.size()];
        int[] filled = new int[groups.length];
        int[] group = new BroadcastTo(x.shape()).sources(kept);
        for (int i = 0; i < x.size(); i++) {
            groups[group[i]][filled[group[i]]++] = x.node(i);
        }
        return groups;
    }
}
