package org.wengert.bench.expression;

import java.util.List;

/**
 * What the parts of an expression stand for.
 *
 * @param <T> the meaning of a part
 */
interface Meaning<T> {
    /** A number as it is written. */
    T number(double x);

    /** What a name stands for. */
    T name(String name, Part part);

    /** {@code -x}. */
    T negative(T x, Part part);

    /** An operation by its sign: one of {@code + - * / **}. */
    T infix(T left, String sign, T right, Part part);

    /** A function of operands. */
    T call(String function, List<T> operands, Part part);
}
