package org.wengert.tape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wengert.Scope;
import org.wengert.error.CapacityException;

/**
 * The Wengert list: one row for each recorded value, in the order of computation, so that operands stand before
 * results. A row of the scalar lane is complete in the parallel arrays. A row of the array lane has in addition a note,
 * the value itself, which knows where in the {@link Arena} its numbers lie. Closing a scope cuts the list back to where
 * it stood.
 *
 * <p>A sweep marks the rows it reaches. What it marked and added up is cleared before the next sweep, or when a scope
 * cuts it off, so that the cost of a step does not grow with the length of the tape.
 */
final class Tape {
    /** A constant; this and the next three are kinds of rows, other codes are operations of {@link ScalarLane}. */
    static final byte CONSTANT = 0;

    /** A constant or variable with storage of its own. */
    static final byte LEAF = 1;

    /** The result of an array operation. */
    static final byte ARRAY = 2;

    /** A number that was computed in an inference scope. */
    static final byte UNRECORDED = 3;

    private static final int START = 256;

    /** Of the parallel arrays: three of a byte, two of an int, two of a double. */
    private static final long BYTES_A_ROW = 3 + 2 * Integer.BYTES + 2 * Double.BYTES;

    /** Where the tape stood when a scope opened. */
    private static final class Mark {
        final Scope scope;
        final int rows;
        final int notes;
        final int numbers;
        int stale;

        Mark(Scope scope, int rows, int notes, int numbers, int stale) {
            this.scope = scope;
            this.rows = rows;
            this.notes = notes;
            this.numbers = numbers;
            this.stale = stale;
        }
    }

    byte[] codes = new byte[START];

    /** Rows of the operands of a scalar operation; of leaves and arrays, {@code left} is the number of the note. */
    int[] left = new int[START];

    int[] right = new int[START];

    /** The numbers of rows of the scalar lane, and of array operations that give a single number. */
    double[] values = new double[START];

    double[] adjoints = new double[START];

    /** Whether a variable is among the row's ancestors. */
    boolean[] live = new boolean[START];

    /** Whether the latest sweep came by. */
    boolean[] reached = new boolean[START];

    private final Arena<?> arena;
    private final List<Object> notes = new ArrayList<>();
    private final Map<Integer, String> labels = new HashMap<>();
    private final Deque<Mark> marks = new ArrayDeque<>();
    private int rows;

    /** The rows that the latest sweep covered: from this one, up to but without the next. */
    private int sweptFrom;

    private int sweptTo;

    /** A row that was made of numbers which have changed since; -1 if there is none. */
    private int stale = -1;

    Tape(Arena<?> arena) {
        this.arena = arena;
    }

    /** Adds a row; its value is the caller's to fill in. */
    int add(byte code, int leftRow, int rightRow, boolean isLive) {
        int row = rows;
        if (row == codes.length) {
            growRows();
        }
        codes[row] = code;
        left[row] = leftRow;
        right[row] = rightRow;
        live[row] = isLive;
        rows = row + 1;
        return row;
    }

    /** Adds a row with a note. */
    int add(byte code, Object note, boolean isLive) {
        notes.add(note); // first, for a row must not wait for a note that there is no memory for
        try {
            return add(code, notes.size() - 1, 0, isLive);
        } catch (OutOfMemoryError | CapacityException e) {
            notes.remove(notes.size() - 1);
            throw e;
        }
    }

    /** Keeps a note for a scalar operation; returns its number. */
    int note(Object note) {
        notes.add(note);
        return notes.size() - 1;
    }

    Object noteOf(int number) {
        return notes.get(number);
    }

    int rows() {
        return rows;
    }

    /** The variable or constant with storage of its own behind a leaf row. */
    Leaf<?> leaf(int row) {
        return (Leaf<?>) notes.get(left[row]);
    }

    boolean isLeaf(int row, Leaf<?> leaf) {
        return row >= 0 && row < rows && codes[row] == LEAF && notes.get(left[row]) == leaf;
    }

    /** The value that a row of the array lane is. */
    ArrayValue<?> array(int row) {
        return (ArrayValue<?>) notes.get(left[row]);
    }

    /** Tells that numbers a row was made of are about to change; a row that is not on the tape tells nothing. */
    void markStale(int row) {
        if (row >= 0 && row < rows) {
            stale = Math.max(stale, row);
            Mark innermost = marks.peek();
            if (innermost != null && row < innermost.rows) {
                markStaleOutside(row);
            }
        }
    }

    /** Tells those scopes around the innermost that go on after it. */
    private void markStaleOutside(int row) {
        for (Mark mark : marks) {
            if (row < mark.rows) {
                mark.stale = Math.max(mark.stale, row);
            }
        }
    }

    /** Whether any row may have been made of numbers that have changed since. */
    boolean isStale() {
        return stale >= 0;
    }

    String label(int row) {
        return labels.getOrDefault(row, "");
    }

    void label(int row, String label) {
        labels.put(row, label);
    }

    void open(Scope scope) {
        marks.push(new Mark(scope, rows, notes.size(), arena.used(), stale));
    }

    /** The innermost open scope that a row was made in, or the engine's own scope. */
    Scope scopeOf(int row, Scope outermost) {
        for (Mark mark : marks) {
            if (row >= mark.rows) {
                return mark.scope;
            }
        }
        return outermost;
    }

    /** Whether no scope is open, so that nothing made now would ever be given back. */
    boolean isUnbounded() {
        return marks.isEmpty();
    }

    /** Cuts everything since the matching {@link #open}. */
    void rewind() {
        Mark mark = marks.pop();
        clearSweep(mark.rows);
        sweptTo = Math.min(sweptTo, mark.rows);
        stale = mark.stale;
        if (!labels.isEmpty()) {
            labels.keySet().removeIf(row -> row >= mark.rows);
        }
        for (int i = notes.size() - 1; i >= mark.notes; i--) {
            notes.remove(i);
        }
        rows = mark.rows;
        arena.cut(mark.numbers);
    }

    /** Gets ready for a sweep from a row on: nothing is reached and all adjoints of the scalar lane are zero. */
    void beginSweep(int root) {
        clearSweep(0);
        sweptFrom = root;
        sweptTo = root + 1;
        arena.beginSweep();
    }

    /** A row gets its first share of adjoint. */
    void reach(int row) {
        reached[row] = true;
        lower(row);
    }

    /** The sweep must go on at least to this row. */
    void lower(int row) {
        sweptFrom = Math.min(sweptFrom, row);
    }

    /** The lowest row that the sweep under way has reached. */
    int lowest() {
        return sweptFrom;
    }

    private void clearSweep(int first) {
        int from = Math.max(first, sweptFrom);
        if (from < sweptTo) {
            Arrays.fill(reached, from, sweptTo, false);
            Arrays.fill(adjoints, from, sweptTo, 0);
        }
    }

    /** All arrays or none: each may be the one that there is no memory for. */
    private void growRows() {
        int size = Arena.grown(rows, rows + 1L, "rows");
        byte[] newCodes = Arrays.copyOf(codes, size);
        int[] newLeft = Arrays.copyOf(left, size);
        int[] newRight = Arrays.copyOf(right, size);
        double[] newValues = Arrays.copyOf(values, size);
        double[] newAdjoints = Arrays.copyOf(adjoints, size);
        boolean[] newLive = Arrays.copyOf(live, size);
        boolean[] newReached = Arrays.copyOf(reached, size);
        codes = newCodes;
        left = newLeft;
        right = newRight;
        values = newValues;
        adjoints = newAdjoints;
        live = newLive;
        reached = newReached;
    }

    /** What is recorded, in words. */
    String usage(int bytesANumber) {
        long bytes = BYTES_A_ROW * codes.length + bytesANumber * arena.room();
        return String.format(
                Locale.ROOT,
                "the tape holds %,d rows and %,d numbers of arrays in %,d bytes",
                rows,
                arena.used(),
                bytes);
    }
}
