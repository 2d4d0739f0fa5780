package org.wengert.tck.random;

/**
 * What one number of a result is.
 *
 * @param formula  as a function of numbers of the operands
 * @param accuracy how closely it can be computed
 * @param kinked   whether a derivative may jump, so that a rounding can choose another one
 */
record Meaning(Formula formula, Accuracy accuracy, boolean kinked) {}
