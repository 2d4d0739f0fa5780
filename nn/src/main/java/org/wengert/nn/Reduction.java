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

        @Override
        public double share(int part, int whole) {
            return 1;
        }
    },
    /** Added up and divided by how many there are: the gradient does not depend on the size of the batch. */
    MEAN {
        @Override
        Value of(Value losses) {
            return losses.mean();
        }

        @Override
        public double share(int part, int whole) {
            return (double) part / whole;
        }
    };

    abstract Value of(Value losses);

    /**
     * By what the loss of a part of a batch is multiplied so that the losses of all parts add up to that of the whole:
     * 1 for sums, {@code part / whole} for means.
     *
     * @param part  how many losses were reduced in the part
     * @param whole how many there are in all parts together
     */
    public abstract double share(int part, int whole);
}
