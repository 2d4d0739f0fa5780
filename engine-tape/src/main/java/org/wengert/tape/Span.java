package org.wengert.tape;

/**
 * Numbers somewhere in an array, as kernels take them; how many there are is said beside.
 *
 * @param array where they lie
 * @param at    where they begin
 */
record Span(double[] array, int at) {
    /** What begins further on in the same array. */
    Span plus(int distance) {
        return new Span(array, at + distance);
    }
}
