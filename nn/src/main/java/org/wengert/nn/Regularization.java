package org.wengert.nn;

import java.util.List;
import org.wengert.Value;
import org.wengert.Variable;

/** A penalty on the size of parameters, added to the loss. */
@FunctionalInterface
public interface Regularization {
    /** The penalty of these variables, a single number. */
    Value of(List<? extends Variable> variables);

    /** {@code alpha} times the sum of the squares of all numbers; its gradient is {@code 2 alpha w}. */
    static Regularization l2(double alpha) {
        return variables -> variables.stream()
                .map(variable -> variable.square().sum())
                .reduce(Value::add)
                .orElseThrow(() -> new ModelException("l2: no variables: there is nothing to hold small"))
                .mul(alpha);
    }

    /** {@link #l2(double)} of these variables. */
    static Value l2(double alpha, List<? extends Variable> variables) {
        return l2(alpha).of(variables);
    }
}
