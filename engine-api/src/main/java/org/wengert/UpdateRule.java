package org.wengert;

/**
 * How each number of a variable moves, as optimisers do it: from the number itself, its gradient, and what is remembered
 * of it. The rule is written with elementwise operations on values, so that it runs in the engine's own storage and
 * precision. One rule object always stands for the same formula, whatever the shapes and numbers: an engine may ask
 * for the formula once and from then on run it in one pass over memory.
 *
 * @see Engine#update
 */
@FunctionalInterface
public interface UpdateRule {
    /**
     * The formula.
     *
     * @param w       the variable
     * @param g       its gradient
     * @param state   what is remembered of it, in order
     * @param numbers the constants of this step, each of shape [], in order
     * @return the variable's new numbers, then what to remember, in order
     */
    Value[] next(Value w, Value g, Value[] state, Value[] numbers);
}
