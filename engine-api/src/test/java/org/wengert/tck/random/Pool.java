package org.wengert.tck.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.wengert.Shape;
import org.wengert.op.Domain;

/** The values that an expression has so far, for an operation to choose its operands from. */
final class Pool {
    /** How many values an operation tries for each operand before it gives up. */
    private static final int TRIES = 8;

    private final List<Node> nodes = new ArrayList<>();
    private final Judge judge;

    Pool(Judge judge) {
        this.judge = judge;
    }

    int size() {
        return nodes.size();
    }

    List<Node> nodes() {
        return nodes;
    }

    Shape shape(int index) {
        return nodes.get(index).shape();
    }

    /** Values to try, from the one that a pick means: so many before the latest, round and round. */
    IntStream from(int pick) {
        return IntStream.range(pick, pick + Math.min(TRIES, size())).map(back -> size() - 1 - back % size());
    }

    /** Whether all numbers of a value lie safely in a domain. */
    boolean isInside(Domain domain, int index) {
        return judge.isInside(domain, index);
    }

    /** Whether two values broadcast. */
    boolean broadcast(int left, int right) {
        Shape a = shape(left);
        Shape b = shape(right);
        for (int back = 1; back <= Math.min(a.rank(), b.rank()); back++) {
            int m = a.dim(a.rank() - back);
            int n = b.dim(b.rank() - back);
            if (m != n && m != 1 && n != 1) {
                return false;
            }
        }
        return true;
    }

    /** Adds a value unless its numbers cannot be relied on; says whether it did. */
    boolean add(Node node) {
        boolean accepted = judge.accepts(node);
        if (accepted) {
            nodes.add(node);
        }
        return accepted;
    }
}
