package org.wengert.tape;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wengert.Shape;
import org.wengert.op.BroadcastTo;

/**
 * How an operand's numbers come to lie as the result's do, piece by piece, and how its adjoint goes back. An operand of
 * the result's size is used in place. One that is repeated as a whole, as a bias is for each sample, is used in place
 * again and again. Any other goes through a tile.
 */
final class Stretch {
    private static final int TILE = 1024;

    /** A shorter operand is not worth a kernel call for each repeat. */
    private static final int SHORTEST_REPEAT = 8;

    /** The length after which the operand is used again, or 0 if it goes through a tile. */
    private final int period;

    /** For each number of the result its source in the operand; null if all come from the first. */
    private final int @Nullable [] sources;

    private final Span tile;
    private final Span adjointTile;

    private Stretch(int period, int @Nullable [] sources) {
        this.period = period;
        this.sources = sources;
        tile = new Span(new double[period == 0 ? TILE : 0], 0);
        adjointTile = new Span(new double[period == 0 ? TILE : 0], 0);
    }

    /** The stretch of an operand beside another one. */
    static Stretch of(Shape operand, Shape other, Shape result) {
        if (operand.size() == result.size()) {
            return new Stretch(Math.max(1, result.size()), null);
        }
        if (operand.size() == 1) {
            return new Stretch(0, null);
        }
        boolean repeats = operand.size() >= SHORTEST_REPEAT && other.size() == result.size();
        return repeats && isTrailing(operand, result)
                ? new Stretch(operand.size(), null)
                : new Stretch(0, new BroadcastTo(result).sources(operand));
    }

    /** The length of the pieces that suit both operands. */
    static int piece(Stretch left, Stretch right) {
        return Math.min(left.period == 0 ? TILE : left.period, right.period == 0 ? TILE : right.period);
    }

    /** Whether the result is the operand again and again: it has the result's last axes and is 1 along the others. */
    private static boolean isTrailing(Shape operand, Shape result) {
        int size = 1;
        for (int back = 1; size < operand.size(); back++) {
            int along = operand.dim(operand.rank() - back);
            if (along != result.dim(result.rank() - back)) {
                return false;
            }
            size *= along;
        }
        return true;
    }

    /** The operand's numbers for {@code n} of the result from {@code start} on. */
    Span bring(Span operand, int start, int n) {
        if (period != 0) {
            return operand.plus(start % period);
        }
        if (sources == null) {
            Arrays.fill(tile.array(), 0, n, operand.array()[operand.at()]);
        } else {
            for (int i = 0; i < n; i++) {
                tile.array()[i] = operand.array()[operand.at() + sources[start + i]];
            }
        }
        return tile;
    }

    /** Where the adjoint for {@code n} of the result is to be added, before {@link #takeBack}. */
    Span room(Span adjoint, int start, int n) {
        if (period != 0) {
            return adjoint.plus(start % period);
        }
        Arrays.fill(adjointTile.array(), 0, n, 0);
        return adjointTile;
    }

    /** Adds what was left in the tile to the operand's adjoint, in index order. */
    void takeBack(Span adjoint, int start, int n) {
        if (period == 0) {
            for (int i = 0; i < n; i++) {
                adjoint.array()[adjoint.at() + (sources == null ? 0 : sources[start + i])] +=
                        adjointTile.array()[i];
            }
        }
    }
}
