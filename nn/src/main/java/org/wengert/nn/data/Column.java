package org.wengert.nn.data;

import java.util.Arrays;
import java.util.List;

/** One column of a table, with gaps where values are missing. Immutable; arrays are not copied. */
sealed interface Column {
    /** The same of these rows alone, in this order. */
    Column select(int... rows);

    /** Whether a row has no value. */
    boolean isMissing(int row);

    /** Finite numbers; NaN where missing. */
    record Numbers(double[] numbers) implements Column {
        @Override
        public Numbers select(int... rows) {
            return new Numbers(
                    Arrays.stream(rows).mapToDouble(row -> numbers[row]).toArray());
        }

        @Override
        public boolean isMissing(int row) {
            return Double.isNaN(numbers[row]);
        }
    }

    /** Names, each kept once: the position of a row's name among them, -1 where missing. */
    record Categories(int[] codes, List<String> names) implements Column {
        static final int MISSING = -1;

        @Override
        public Categories select(int... rows) {
            return new Categories(Arrays.stream(rows).map(row -> codes[row]).toArray(), names);
        }

        @Override
        public boolean isMissing(int row) {
            return codes[row] == MISSING;
        }

        /** Empty where missing. */
        String name(int row) {
            return isMissing(row) ? "" : names.get(codes[row]);
        }
    }
}
