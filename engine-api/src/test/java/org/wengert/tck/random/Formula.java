package org.wengert.tck.random;

import java.util.List;
import org.hipparchus.analysis.differentiation.Derivative;

/** A function of a few numbers, in the primitives of a library that differentiates forward. */
interface Formula {
    /** The result with as many derivatives as the operands have. */
    <T extends Derivative<T>> T of(List<T> x);
}
