package org.wengert.tape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wengert.Scope;

/**
 * The Wengert list: one row for each value, in the order of computation, so that operands stand before results. A row
 * of the scalar lane is complete in the parallel arrays. A row of the array lane has in addition a note, which knows
 * the array's shape and where in the arena its numbers lie. Closing a scope cuts the list back to where it stood.
 */
final class Tape {
    /** A constant; this and the next three are kinds of rows, other codes are operations of {@link ScalarLane}. */
    static final byte CONSTANT = 0;

    /** A constant or variable with storage of its own. */
    static final byte LEAF = 1;

    /** The result of an array operation. */
    static final byte ARRAY = 2;

    /** What was computed in an inference scope. */
    static final byte UNRECORDED = 3;

    private static final int START = 256;

    /** Where the tape stood when a scope opened. */
    private record Mark(Scope scope, int rows, int notes, int numbers) {}

    byte[] codes = new byte[START];

    /** Rows of the operands of a scalar operation; of other rows, {@code left} is the number of the note. */
    int[] left = new int[START];

    int[] right = new int[START];

    /** The numbers of rows of shape []. */
    double[] values = new double[START];

    double[] adjoints = new double[START];

    /** Whether a variable is among the row's ancestors. */
    boolean[] live = new boolean[START];

    /** Whether the latest sweep came by; together with the adjoints all clear outside of the range it covered. */
    boolean[] reached = new boolean[START];

    /** The numbers of arrays, and beside each its adjoint. */
    double[] arena = new double[START];

    double[] arenaAdjoints = new double[START];

    private final List<Object> notes = new ArrayList<>();
    private final Map<Integer, String> labels = new HashMap<>();
    private final Deque<Mark> marks = new ArrayDeque<>();
    private int rows;
    private int numbers;

    /** The rows that the latest sweep covered: from this one, up to but without the next. */
    private int sweptFrom;

    private int sweptTo;
    private int lastStale = -1;

    /** Adds a row; its numbers are the caller's to fill in. */
    int add(byte code, int leftRow, int rightRow, boolean isLive) {
        ensureRow();
        codes[rows] = code;
        left[rows] = leftRow;
        right[rows] = rightRow;
        live[rows] = isLive;
        return rows++;
    }

    /** Adds a row with a note. */
    int add(byte code, Object note, boolean isLive) {
        int row = add(code, notes.size(), 0, isLive);
        notes.add(note);
        return row;
    }

    /** Makes room for one more row, whose number is {@link #rows}; its value may be written before it is added. */
    void ensureRow() {
        if (rows == codes.length) {
            growRows();
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

    /** Reserves room for an array in the arena; returns where it begins. */
    int reserve(int count) {
        int start = numbers;
        int needed = Math.addExact(numbers, count);
        if (needed > arena.length) {
            arena = Arrays.copyOf(arena, grown(arena.length, needed));
        }
        numbers = needed;
        return start;
    }

    int rows() {
        return rows;
    }

    /** The variable or constant with storage of its own behind a leaf row. */
    Leaf leaf(int row) {
        return (Leaf) notes.get(left[row]);
    }

    boolean isLeaf(int row, Leaf leaf) {
        return row >= 0 && row < rows && codes[row] == LEAF && notes.get(left[row]) == leaf;
    }

    /** Tells that a leaf's numbers have changed since this row was made of it. */
    void markStale(int row) {
        lastStale = Math.max(lastStale, row);
    }

    /** The last row whose leaf has changed since; -1 if there is none. */
    int lastStale() {
        return lastStale;
    }

    String label(int row) {
        return labels.getOrDefault(row, "");
    }

    void label(int row, String label) {
        labels.put(row, label);
    }

    void open(Scope scope) {
        marks.push(new Mark(scope, rows, notes.size(), numbers));
    }

    /** The innermost open scope that a row was made in, or the engine's own scope. */
    Scope scopeOf(int row, Scope outermost) {
        for (Mark mark : marks) {
            if (row >= mark.rows()) {
                return mark.scope();
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
        clearSweep(mark.rows());
        sweptTo = Math.min(sweptTo, mark.rows());
        lastStale = Math.min(lastStale, mark.rows() - 1);
        if (!labels.isEmpty()) {
            labels.keySet().removeIf(row -> row >= mark.rows());
        }
        notes.subList(mark.notes(), notes.size()).clear();
        rows = mark.rows();
        numbers = mark.numbers();
    }

    /** Gets ready for a sweep from a row on: nothing is reached and all adjoints are zero. */
    void beginSweep(int root) {
        clearSweep(0);
        sweptFrom = root;
        sweptTo = root + 1;
        if (arenaAdjoints.length < arena.length) {
            arenaAdjoints = Arrays.copyOf(arenaAdjoints, arena.length);
        }
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

    private void growRows() {
        int size = grown(rows, rows + 1);
        codes = Arrays.copyOf(codes, size);
        left = Arrays.copyOf(left, size);
        right = Arrays.copyOf(right, size);
        values = Arrays.copyOf(values, size);
        adjoints = Arrays.copyOf(adjoints, size);
        live = Arrays.copyOf(live, size);
        reached = Arrays.copyOf(reached, size);
    }

    private static int grown(int size, int needed) {
        return (int) Math.max(needed, Math.min(2L * size, Integer.MAX_VALUE - 8));
    }
}
