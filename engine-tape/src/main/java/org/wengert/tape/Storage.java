package org.wengert.tape;

import org.jspecify.annotations.Nullable;

/**
 * Numbers of leaves, and in a second array, made when it is first needed, their gradients. Small variables lie side by side
 * here, so that those made one after another are updated as if they were one. The room is given back when none of them can
 * be reached any more; an engine holds on to what it is still filling.
 *
 * @param <A> the array type of the precision
 */
final class Storage<A> {
    /** Numbers of a variable up to which it lies beside others: to call a loop costs more than a few dozen numbers do. */
    static final int SMALL = 256;

    private static final int CAPACITY = 4 * SMALL;

    final A numbers;
    private final Kernels<A> kernels;
    private final int capacity;
    private int used;
    private @Nullable A gradients;

    /** For a single leaf. */
    Storage(Kernels<A> kernels, int capacity) {
        this.kernels = kernels;
        this.capacity = capacity;
        numbers = kernels.allocate(capacity);
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

    A gradients() {
        A made = gradients;
        if (made == null) {
            made = kernels.allocate(capacity);
            gradients = made;
        }
        return made;
    }
}
