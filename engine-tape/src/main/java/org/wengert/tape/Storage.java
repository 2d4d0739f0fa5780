package org.wengert.tape;

/**
 * The room of leaves. The array of their gradients is made when it is first needed. Small variables lie side by side
 * here, so that those made one after another are updated as if they were one. The room is given back when none of them can
 * be reached any more; an engine holds on to what it is still filling.
 *
 * @param <A> the array type of the precision
 */
final class Storage<A> extends Room<A> {
    /** Numbers of a variable up to which it lies beside others: to call a loop costs more than a few dozen numbers do. */
    static final int SMALL = 256;

    private static final int CAPACITY = 4 * SMALL;

    private final Kernels<A> kernels;
    private final int capacity;
    private int used;
    private boolean hasGradients;

    /** For a single leaf. */
    Storage(Kernels<A> kernels, int capacity) {
        super(kernels.allocate(capacity), kernels.allocate(0));
        this.kernels = kernels;
        this.capacity = capacity;
    }

    /** For small variables. */
    static <A> Storage<A> shared(Kernels<A> kernels) {
        return new Storage<>(kernels, CAPACITY);
    }

    boolean hasRoom(int count) {
        return count <= capacity - used;
    }

    /** Takes the next numbers, for which there is room; returns where they begin. */
    int take(int count) {
        int start = used;
        used += count;
        return start;
    }

    /** The array of gradients; from now on it is there to be asked for as {@link #adjoints} too. */
    A gradients() {
        if (!hasGradients) {
            adjoints = kernels.allocate(capacity);
            hasGradients = true;
        }
        return adjoints;
    }
}
