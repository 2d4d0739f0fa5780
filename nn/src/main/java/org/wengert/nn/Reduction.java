package org.wengert.nn;

import org.wengert.Value;

/** How the losses of a batch become one number. */
public enum Reduction {
    /** All added up: the gradient grows with the batch. */
    SUM {
        @Override
        Value of(Value losses) {
            return losses.sum();
        }
    },
    /** Added up and divided by how many there are: the gradient does not depend on the size of the batch. */
    MEAN {
        @Override
        Value of(Value losses) {
            return losses.mean();
        }
    };

    abstract Value of(Value losses);
}
