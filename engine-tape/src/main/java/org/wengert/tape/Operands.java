package org.wengert.tape;

/**
 * Where the operands of a {@link Program} lie while its instructions run.
 *
 * @param <A> the array type of the precision
 */
interface Operands<A> {
    /** The array that an operand lies in. */
    A array(int operand);

    /** Where it begins there. */
    int at(int operand);

    /** 1, or 0 if its one number stands for all. */
    int step(int operand);

    /** The number that stands for all. */
    double number(int operand);
}
