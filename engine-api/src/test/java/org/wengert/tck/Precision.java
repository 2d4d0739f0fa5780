package org.wengert.tck;

import java.util.Arrays;

/** The numbers that an engine keeps, and how finely they are spaced. */
public enum Precision {
    /** 53 bits. */
    FLOAT64(Math.ulp(1.0) / 2, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE) {
        @Override
        public double round(double x) {
            return x;
        }

        @Override
        public double ulp(double x) {
            return Math.ulp(x);
        }
    },

    /** 24 bits. */
    FLOAT32(Math.ulp(1f) / 2, Float.MIN_VALUE, Float.MIN_NORMAL, Float.MAX_VALUE) {
        @Override
        public double round(double x) {
            return (float) x;
        }

        @Override
        public double ulp(double x) {
            return Math.ulp((float) x);
        }
    };

    private final double roundoff;
    private final double smallest;
    private final double smallestNormal;
    private final double largest;

    Precision(double roundoff, double smallest, double smallestNormal, double largest) {
        this.roundoff = roundoff;
        this.smallest = smallest;
        this.smallestNormal = smallestNormal;
        this.largest = largest;
    }

    /** The nearest number there is: an infinity beyond the largest, a zero far below the smallest. */
    public abstract double round(double x);

    /** The distance to the next number. */
    public abstract double ulp(double x);

    /** The largest relative error of one rounding. */
    public double roundoff() {
        return roundoff;
    }

    /** The smallest number above 0. */
    public double smallest() {
        return smallest;
    }

    /** The smallest number that has all its digits. */
    public double smallestNormal() {
        return smallestNormal;
    }

    /** The largest finite number. */
    public double largest() {
        return largest;
    }

    /** Each number rounded. */
    public double[] round(double... numbers) {
        return Arrays.stream(numbers).map(this::round).toArray();
    }

    /** Whether rounding leaves every number as it is. */
    boolean holds(double... numbers) {
        return Arrays.stream(numbers).allMatch(x -> Close.SAME.accepts(x, round(x)));
    }
}
