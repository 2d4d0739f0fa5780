package org.wengert.nn;

import java.util.List;
import org.wengert.Value;
import org.wengert.Variable;

/** A penalty and what it is called. */
record DescribedRegularization(String description, Regularization formula) implements Regularization {
    @Override
    public Value of(List<? extends Variable> variables) {
        return formula.of(variables);
    }
}
