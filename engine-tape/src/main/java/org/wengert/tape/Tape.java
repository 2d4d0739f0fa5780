package org.wengert.tape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wengert.Scope;
import org.wengert.error.CapacityException;
import org.wengert.op.Op;

/**
 * The Wengert list: one row for each recorded value, in the order of computation, so that operands stand before
 * results. A row of the scalar lane is complete in three parallel arrays. A row of the array lane has in addition a note,
 * the value itself, which knows where in the {@link Arena} its numbers lie. Closing a scope cuts the list back to where
 * it stood.
 *
 * <p>An adjoint that no share has reached is negative zero, to which adding anything gives just that; and because
 * positive zero is added as well, no sum of shares is ever negative zero. So a row that was not reached can be told from
 * one whose adjoint is zero without a mark. What a sweep added up is cleared before the next one, or when a scope cuts it
 * off, so that the cost of a step does not grow with the length of the tape.
 */
final class Tape {
    private static final int START = 256;
    private static final double UNREACHED = -0.0;
    private static final long UNREACHED_BITS = Double.doubleToRawLongBits(UNREACHED);

    /** Of the parallel arrays: one of a long, two of a double. */
    static final long BYTES_A_ROW = Long.BYTES + 2 * Double.BYTES;

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

    /** What each row is: see {@link Row}. */
    long[] words = new long[START];

    /** The numbers of rows of the scalar lane, and of array operations that give a single number. */
    double[] values = new double[START];

    double[] adjoints = new double[START];

    /** The same two arrays, for those who do not ask for one number alone. */
    private final Room<double[]> room = new Room<>(values, adjoints);

    /** The scope in which operations on numbers are recorded now; null if they are not. */
    @Nullable
    Scope recording;

    private int rows;

    /** Changes whenever rows are cut off: as long as it does not, a row is what it was. */
    int epoch;

    private final TapeEngine<?> engine;
    private final Arena<?> arena;
    private final List<Object> notes = new ArrayList<>();
    private final Liveness liveness = new Liveness(this);
    private final SumsOfProducts sums = new SumsOfProducts(this);
    private final Map<Integer, String> labels = new HashMap<>();
    private final Deque<Mark> marks = new ArrayDeque<>();

    /** The rows that the latest sweep covered: from this one, up to but without the next. */
    private int sweptFrom;

    private int sweptTo;

    /** A row that was made of numbers which have changed since; -1 if there is none. */
    private int stale = -1;

    Tape(TapeEngine<?> engine, Arena<?> arena) {
        this.engine = engine;
        this.arena = arena;
        Arrays.fill(adjoints, UNREACHED);
    }

    /** Adds a row; its value is the caller's to fill in. */
    int add(int code, int left, int right) {
        int row = rows;
        if (row == words.length) {
            growRows();
        }
        words[row] = Row.word(code, left, right);
        rows = row + 1;
        return row;
    }

    /** Whether numbers are recorded now and there is room for one more. */
    boolean isReady() {
        return recording != null && rows != words.length;
    }

    /** Makes room for the result of an operation. */
    void makeRoom(Op op) {
        if (rows == words.length) {
            try {
                growRows();
            } catch (OutOfMemoryError | CapacityException e) {
                throw engine.full(op, e);
            }
        }
    }

    /** Records a sum, for which there is room; returns the row. */
    int add(int left, int right) {
        double[] numbers = values;
        return append(Row.word(Row.ADD, left, right), numbers[left] + numbers[right], numbers);
    }

    /** Records a product, for which there is room; returns the row. */
    int mul(int left, int right) {
        double[] numbers = values;
        return append(Row.word(Row.MUL, left, right), numbers[left] * numbers[right], numbers);
    }

    /** Records a number that was computed; returns its row. */
    int append(Op op, int code, int left, int right, double value) {
        makeRoom(op);
        return append(Row.word(code, left, right), value, values);
    }

    private int append(long word, double value, double[] numbers) {
        int row = rows;
        words[row] = word;
        numbers[row] = value;
        rows = row + 1;
        return row;
    }

    /** Adds a row with a note. */
    int add(int code, Object note) {
        notes.add(note); // first, for a row must not wait for a note that there is no memory for
        try {
            return add(code, notes.size() - 1, 0);
        } catch (OutOfMemoryError | CapacityException e) {
            notes.remove(notes.size() - 1);
            throw e;
        }
    }

    /** Keeps an operation on single numbers as a note; returns its number. */
    int note(Op op) {
        try {
            notes.add(op);
            return notes.size() - 1;
        } catch (OutOfMemoryError e) {
            throw engine.full(op, e);
        }
    }

    Object noteOf(int number) {
        return notes.get(number);
    }

    int rows() {
        return rows;
    }

    Room<double[]> room() {
        return room;
    }

    int code(int row) {
        return Row.code(words[row]);
    }

    /** Whether a variable is among the row's ancestors. */
    boolean isLive(int row) {
        return liveness.of(row);
    }

    /** The variable or constant behind a leaf row. */
    Leaf<?> leaf(int row) {
        return (Leaf<?>) notes.get(Row.left(words[row]));
    }

    boolean isLeaf(int row, Leaf<?> leaf) {
        return row >= 0 && row < rows && code(row) == Row.LEAF && notes.get(Row.left(words[row])) == leaf;
    }

    /** The value that a row of the array lane is. */
    ArrayValue<?> array(int row) {
        return (ArrayValue<?>) notes.get(Row.left(words[row]));
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
        sums.cut(mark.rows);
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
        epoch++;
        liveness.cut(rows);
        arena.cut(mark.numbers);
    }

    /** Gets ready for a sweep from a row on: nothing is reached. */
    void beginSweep(int root) {
        clearSweep(0);
        sweptFrom = root;
        sweptTo = root + 1;
        sums.beginSweep();
        arena.beginSweep();
    }

    /** A row gets its first share of adjoint. */
    void reach(int row) {
        adjoints[row] += 0.0; // which makes positive zero of negative zero
        lower(row);
    }

    /** Whether the latest sweep came by. */
    boolean isReached(int row) {
        return isReached(adjoints[row]);
    }

    /** The derivative of the latest sweep's root by a row of the scalar lane. */
    double gradient(int row) {
        if (!isReached(row)) {
            sums.settle();
        }
        return isReached(row) && isLive(row) ? adjoints[row] : 0;
    }

    static boolean isReached(double adjoint) {
        return Double.doubleToRawLongBits(adjoint) != UNREACHED_BITS;
    }

    /** The sweep must go on at least to this row. */
    void lower(int row) {
        sweptFrom = Math.min(sweptFrom, row);
    }

    /** The lowest row that the sweep under way has reached. */
    int lowest() {
        return sweptFrom;
    }

    /** Where the rows end that the latest sweep covered. */
    int sweptTo() {
        return sweptTo;
    }

    private void clearSweep(int first) {
        int from = Math.max(first, sweptFrom);
        if (from < sweptTo) {
            Arrays.fill(adjoints, from, sweptTo, UNREACHED);
        }
    }

    /** All arrays or none: each may be the one that there is no memory for. */
    private void growRows() {
        if (rows == Row.LIMIT) {
            throw new CapacityException("a tape holds at most " + Row.LIMIT + " rows and would need one more");
        }
        int size = Math.min(Arena.grown(rows, rows + 1L, "rows"), Row.LIMIT);
        long[] newWords = Arrays.copyOf(words, size);
        double[] newValues = Arrays.copyOf(values, size);
        double[] newAdjoints = Arrays.copyOf(adjoints, size);
        Arrays.fill(newAdjoints, adjoints.length, size, UNREACHED);
        words = newWords;
        values = newValues;
        adjoints = newAdjoints;
        room.numbers = newValues;
        room.adjoints = newAdjoints;
    }

    /** What is recorded, in words. */
    String usage(int bytesANumber) {
        long bytes = BYTES_A_ROW * words.length + bytesANumber * arena.capacity();
        return String.format(
                Locale.ROOT,
                "the tape holds %,d rows and %,d numbers of arrays in %,d bytes",
                rows,
                arena.used(),
                bytes);
    }
}
