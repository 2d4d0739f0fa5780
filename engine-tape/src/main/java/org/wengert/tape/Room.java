package org.wengert.tape;

/**
 * Numbers, and at the same places of a second array their adjoints. Both arrays are replaced when they grow, so ask for them
 * anew each time.
 *
 * @param <A> the array type of the precision
 */
class Room<A> {
    A numbers;
    A adjoints;

    Room(A numbers, A adjoints) {
        this.numbers = numbers;
        this.adjoints = adjoints;
    }
}
