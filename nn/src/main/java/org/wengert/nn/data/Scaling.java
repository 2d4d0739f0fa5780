package org.wengert.nn.data;

import java.util.Optional;

/** Which scaler is fitted. */
public enum Scaling {
    /** None. */
    NONE {
        @Override
        Optional<Scaler> fit(int width, double... rows) {
            return Optional.empty();
        }
    },
    /** A {@link Standardizer}. */
    STANDARDIZE {
        @Override
        Optional<Scaler> fit(int width, double... rows) {
            Moments moments = new Moments(width);
            for (int at = 0; at < rows.length; at += width) {
                moments.add(rows, at);
            }
            return Optional.of(moments.standardizer());
        }
    },
    /** A {@link MinMax} from 0 to 1. */
    MIN_MAX {
        @Override
        Optional<Scaler> fit(int width, double... rows) {
            Extremes extremes = new Extremes(width);
            for (int at = 0; at < rows.length; at += width) {
                extremes.add(rows, at);
            }
            return Optional.of(extremes.minMax(0, 1));
        }
    };

    /** A scaler of rows that stand one after another. */
    abstract Optional<Scaler> fit(int width, double... rows);
}
