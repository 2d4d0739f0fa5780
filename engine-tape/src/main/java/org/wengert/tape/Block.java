package org.wengert.tape;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wengert.Shape;

/**
 * Where the numbers and the adjoint of one row lie: in the row itself for shape [], in the leaf's own storage, or in the
 * arena. Ask anew each time, for the tape's arrays are replaced when they grow.
 */
final class Block {
    final Shape shape;
    final int row;
    private final Tape tape;
    private final int offset;
    private final @Nullable Leaf leaf;

    private Block(Tape tape, Shape shape, int row, int offset, @Nullable Leaf leaf) {
        this.tape = tape;
        this.shape = shape;
        this.row = row;
        this.offset = offset;
        this.leaf = leaf;
    }

    /** The block of a row that is on the tape. */
    static Block of(Tape tape, int row) {
        switch (tape.codes[row]) {
            case Tape.LEAF:
                Leaf leaf = tape.leaf(row);
                return leaf.shape().isScalar() ? scalar(tape, row) : new Block(tape, leaf.shape(), row, 0, leaf);
            case Tape.ARRAY:
                return ((ArrayStep) tape.noteOf(tape.left[row])).result();
            case Tape.CONSTANT:
            case Tape.UNRECORDED:
                return tape.left[row] < 0 ? scalar(tape, row) : (Block) tape.noteOf(tape.left[row]);
            default:
                return scalar(tape, row);
        }
    }

    /** Room for the row that is added next. */
    static Block next(Tape tape, Shape shape) {
        tape.ensureRow();
        if (shape.isScalar()) {
            return scalar(tape, tape.rows());
        }
        return new Block(tape, shape, tape.rows(), tape.reserve(shape.size()), null);
    }

    private static Block scalar(Tape tape, int row) {
        return new Block(tape, Shape.SCALAR, row, row, null);
    }

    int size() {
        return shape.size();
    }

    Span data() {
        if (leaf != null) {
            return new Span(leaf.data, 0);
        }
        return new Span(shape.isScalar() ? tape.values : tape.arena, offset);
    }

    /** The adjoint as it stands. */
    Span adjoint() {
        if (leaf != null) {
            return new Span(((TapeVariable) leaf).gradient, 0);
        }
        return new Span(shape.isScalar() ? tape.adjoints : tape.arenaAdjoints, offset);
    }

    /** The adjoint, to be added to; the first to ask in a sweep finds it zero, or a variable's with what it holds. */
    Span reach() {
        Span adjoint = adjoint();
        if (!tape.reached[row]) {
            tape.reach(row);
            if (leaf == null && !shape.isScalar()) {
                Arrays.fill(adjoint.array(), offset, offset + size(), 0);
            }
        }
        return adjoint;
    }

    /** Whether there is an adjoint at all. */
    boolean isLive() {
        return tape.live[row];
    }

    double[] copyOfData() {
        return copy(data());
    }

    double[] copyOfAdjoint() {
        return copy(adjoint());
    }

    private double[] copy(Span span) {
        return Arrays.copyOfRange(span.array(), span.at(), span.at() + size());
    }
}
