package org.wengert.tape;

import org.wengert.error.CapacityException;

/**
 * The room of arrays made in scopes, one after another.
 *
 * @param <A> the array type of the precision
 */
final class Arena<A> extends Room<A> {
    /** The length of the longest array that every JVM makes. */
    static final int LIMIT = Integer.MAX_VALUE - 8;

    private static final int START = 1024;

    private final Kernels<A> kernels;
    private int capacity = START;
    private int adjointCapacity = START;
    private int used;

    Arena(Kernels<A> kernels) {
        super(kernels.allocate(START), kernels.allocate(START));
        this.kernels = kernels;
    }

    int used() {
        return used;
    }

    /** Room for an array; returns where it begins. What lies there may be anything. */
    int reserve(long count) {
        int start = used;
        long needed = used + count;
        if (needed > capacity) {
            int size = grown(capacity, needed, "numbers");
            numbers = kernels.resized(numbers, used, size);
            capacity = size;
        }
        used = (int) needed;
        return start;
    }

    /** How many numbers there is room for, adjoints included. */
    long capacity() {
        return (long) capacity + adjointCapacity;
    }

    /** Gives back everything from a position on. */
    void cut(int position) {
        used = position;
    }

    /** Gets ready for adjoints of all that lies here now; those of an earlier sweep stay as they are. */
    void beginSweep() {
        if (adjointCapacity < used) {
            adjoints = kernels.resized(adjoints, adjointCapacity, capacity);
            adjointCapacity = capacity;
        }
    }

    /**
     * The next size of an array that must hold {@code needed}: twice as many while that is possible.
     *
     * @throws CapacityException if no array holds so many
     */
    static int grown(int size, long needed, String what) {
        if (needed > LIMIT) {
            throw new CapacityException("a tape holds at most " + LIMIT + " " + what + " and would need " + needed);
        }
        return (int) Math.max(needed, Math.min(2L * size, LIMIT));
    }
}
