package org.wengert.nn.data;

import java.util.Arrays;

/** Checks of numbers that become a data set. */
final class Checks {
    private Checks() {}

    static void count(String what, long needed, int got) {
        if (needed != got) {
            throw new DataException("data set: wrong number of " + what + ": " + needed + " needed, got " + got);
        }
    }

    static void rectangle(int width, int numbers) {
        if (width == 0) {
            throw new DataException("data set: no features: a sample must have at least one");
        }
        if (numbers == 0) {
            throw new DataException("data set: no samples: there must be at least one");
        }
        if (numbers % width != 0) {
            throw new DataException(
                    "data set: inputs do not fill whole samples: " + numbers + " numbers for samples of " + width);
        }
    }

    /** How many numbers that many rows have: no more than an array holds. */
    static int room(long rows, int width) {
        if (rows * width > Integer.MAX_VALUE - 8) {
            throw new DataException("data set: too many numbers: " + rows + " rows of " + width);
        }
        return (int) (rows * width);
    }

    static void finite(String what, double[] numbers, int width) {
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i])) {
                throw new DataException("data set: not a finite number: " + what + " " + i % width + " of sample "
                        + i / width + " is " + numbers[i]);
            }
        }
    }

    static int width(String what, double[][] rows) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != width) {
                throw new DataException("data set: " + what + " rows differ in length: row 0 has " + width
                        + " numbers, row " + i + " has " + rows[i].length);
            }
        }
        return width;
    }

    static double[] flat(String what, double[][] rows) {
        width(what, rows);
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    static void positive(String what, int count) {
        if (count < 1) {
            throw new DataException("data set: at least one is needed of " + what + ": got " + count);
        }
    }

    static void width(Scaler scaler, int got) {
        if (got != scaler.width()) {
            throw new DataException(
                    scaler.name() + ": wrong number of features: fitted on " + scaler.width() + ", got " + got);
        }
    }

    /** The two numbers that a scaler keeps of each column. */
    static void scale(String scaler, String first, double[] firsts, String second, double... seconds) {
        if (firsts.length == 0 || firsts.length != seconds.length) {
            throw new DataException(scaler + ": a " + first + " and a " + second + " are needed of each column: got "
                    + firsts.length + " and " + seconds.length);
        }
        for (int j = 0; j < firsts.length; j++) {
            if (!Double.isFinite(firsts[j]) || !Double.isFinite(seconds[j])) {
                throw new DataException(scaler + ": not a finite number: column " + j + " has the " + first + " "
                        + firsts[j] + " and the " + second + " " + seconds[j]);
            }
        }
    }

    static void batchSize(int size) {
        if (size < 1) {
            throw new DataException("batches: a batch must hold at least one sample: got size " + size);
        }
    }

    static void signs(double... signs) {
        for (int i = 0; i < signs.length; i++) {
            if (Math.abs(signs[i]) != 1) {
                throw new DataException("data set: a sign must be -1 or 1: sample " + i + " has " + signs[i]);
            }
        }
    }

    static void classes(int count, int... classes) {
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] < 0 || classes[i] >= count) {
                throw new DataException("data set: class out of range: sample " + i + " has class " + classes[i]
                        + ", classes are 0 to " + (count - 1));
            }
        }
    }
}
