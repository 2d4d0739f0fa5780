package org.wengert.tck;

import java.util.List;

/**
 * What must come out of a sample.
 *
 * @param values    of the result, in row-major order
 * @param gradients of each operand
 */
record Expected(Sample sample, ExactNumber[] values, List<ExactNumber[]> gradients) {}
