package org.wengert.tck.random;

import java.util.stream.Stream;

/**
 * All that random expressions need to know of an operation: on which operands and with which attributes a step means it, what
 * its numbers are, and how it is written.
 */
@FunctionalInterface
interface Recipe {
    /** Ways to carry out a step, of which the first is taken that gives ordinary numbers. */
    Stream<Node> draw(Step step, Pool pool);
}
