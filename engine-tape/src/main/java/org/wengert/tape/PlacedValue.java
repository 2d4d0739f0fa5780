package org.wengert.tape;

import org.wengert.Shape;

/**
 * A value that knows where its numbers lie: an array, or a single number that is a leaf or the result of an array operation.
 *
 * @param <A> the array type of the precision
 */
abstract class PlacedValue<A> extends TapeValue<A> {
    final Shape shape;

    /** Where the numbers lie and the adjoint is gathered. */
    final Room<A> room;

    /** Whether there is an adjoint. */
    final boolean live;

    /** Whether the numbers lie in a row, where the scalar lane finds them; a leaf's are copied there. */
    final boolean inRow;

    /**
     * Where the numbers begin in {@link #room}, and the adjoint too. Of a leaf that is copied into a row it holds once
     * {@link Leaf#row} has been asked for since the tape was last cut or the leaf set.
     */
    int at;

    PlacedValue(TapeEngine<A> owner, boolean permanent, Shape shape, Room<A> room, boolean live) {
        super(owner, permanent);
        this.shape = shape;
        this.room = room;
        this.live = live;
        inRow = room == owner.tape().room();
    }
}
