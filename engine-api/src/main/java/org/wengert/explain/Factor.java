package org.wengert.explain;

import org.wengert.Value;
import org.wengert.op.Op;

/**
 * One step of the chain rule: the derivative of a result by one of its operands, at the recorded numbers.
 *
 * @param from  the operand; where it is read twice, there are two factors
 * @param op    the operation that reads it
 * @param to    the result
 * @param slope {@code d to / d from}
 */
public record Factor(Value from, Op op, Value to, double slope) {}
