package org.wengert.nn;

import org.wengert.Value;

/** A formula and what it is called. */
record DescribedLoss(String description, Loss formula) implements Loss {
    @Override
    public Value of(Value output, Value target) {
        return formula.of(output, target);
    }
}
