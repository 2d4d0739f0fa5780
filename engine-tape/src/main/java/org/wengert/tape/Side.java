package org.wengert.tape;

import org.wengert.Shape;
import org.wengert.op.BroadcastTo;

/**
 * One operand of an elementwise operation, seen at the result's size: where a piece of it lies, and where its share of
 * adjoint goes. A scattered operand is stretched into the arena, and its share gathered there before it is taken back.
 */
final class Side<A> {
    private final Kernels<A> kernels;
    private final Arena<A> arena;
    private final TapeValue<A> operand;
    private final Stretch stretch;
    private final int[] sources;
    private final int stretched;
    private int share;
    private boolean add;

    /** The operand of a result that is being computed. */
    Side(TapeValue<A> operand, Shape result) {
        this.operand = operand;
        kernels = operand.owner.kernels();
        arena = operand.owner.arena();
        stretch = Stretch.of(operand.shape(), result);
        if (stretch == Stretch.SCATTERED) {
            sources = new BroadcastTo(result).sources(operand.shape());
            stretched = arena.reserve(sources.length);
            kernels.gather(operand.store(), operand.at(), sources, arena.numbers, stretched);
        } else {
            sources = new int[0];
            stretched = -1;
        }
    }

    /** How many numbers of the result one piece of this operand covers; a single number covers any count. */
    int period(int size) {
        return stretch == Stretch.REPEATED ? operand.size() : size;
    }

    A data() {
        return stretched < 0 ? operand.store() : arena.numbers;
    }

    int at(int start) {
        return stretched < 0 ? operand.at() + offset(start) : stretched + start;
    }

    int step() {
        return stretch == Stretch.ONE ? 0 : 1;
    }

    private int offset(int start) {
        return stretch == Stretch.SAME ? start : 0;
    }

    boolean isLive() {
        return operand.isLive();
    }

    /** Makes ready for this operand's share of adjoint. */
    void reach() {
        add = operand.reach();
        share = stretched < 0 ? -1 : arena.reserve(sources.length);
    }

    A adjoint() {
        return stretched < 0 ? operand.adjoint() : arena.numbers;
    }

    int adjointAt(int start) {
        return stretched < 0 ? operand.at() + offset(start) : share + start;
    }

    /** Whether a piece's share is to be added to what is there: the first piece of a repeated operand overwrites. */
    boolean adds(int start) {
        return stretched < 0 && (add || start > 0 && stretch != Stretch.SAME);
    }

    /** Gives the operand what was gathered. */
    void takeBack() {
        if (stretched >= 0) {
            if (!add) {
                kernels.spread(0, operand.adjoint(), operand.at(), operand.size(), false);
            }
            kernels.scatterAdd(arena.numbers, share, sources, operand.adjoint(), operand.at());
            arena.cut(share);
        }
    }
}
