package org.wengert.nn;

import java.util.List;

/** Weights of classes. */
final class Weights {
    private Weights() {}

    /** Refuses one that is negative or not finite. */
    static void check(String who, String what, List<Double> weights) {
        for (int i = 0; i < weights.size(); i++) {
            double weight = weights.get(i);
            if (!(weight >= 0 && weight <= Double.MAX_VALUE)) {
                throw new ModelException(
                        who + ": each " + what + " must be a finite number from 0: number " + i + " is " + weight);
            }
        }
    }
}
