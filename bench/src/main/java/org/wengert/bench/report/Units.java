package org.wengert.bench.report;

import org.wengert.nn.data.Preprocessing;

/**
 * From the numbers that a network takes and gives to those that were measured.
 *
 * @param preprocessing what lies between the two
 */
record Units(Preprocessing preprocessing) {
    /** A sample's inputs; as the network takes them where columns of names are among them. */
    double[] inputs(double... scaled) {
        return preprocessing
                .scaler()
                .filter(scaler -> scaler.width() == scaled.length)
                .map(scaler -> scaler.inverse(scaled))
                .orElse(scaled);
    }

    /** A number of the target. */
    double target(int column, double scaled) {
        return preprocessing
                .target()
                .scaler()
                .map(scaler -> scaler.unscaled(column, scaled))
                .orElse(scaled);
    }

    /** What that number is called. */
    String targetName(int column) {
        return preprocessing.target().names().get(column);
    }
}
