package org.wengert.tape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.wengert.op.Binary;
import org.wengert.op.Unary;

/**
 * The vector kernels take arrays shorter than a vector number by number: each has the bits that it has amid a long array,
 * whatever it is.
 */
class ShortArraysTest {
    private static final double[] NUMBERS = {
        0,
        -0.0,
        1,
        -1,
        0.5,
        -0.5,
        3,
        -7,
        1e-45,
        -1e-45,
        3e38,
        -3e38,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        1.1
    };

    /** All pairs, as many as whole vectors hold. */
    private static final int PAIRS = NUMBERS.length * NUMBERS.length;

    private static final double[] LEFT = pairs(true);
    private static final double[] RIGHT = pairs(false);
    private static final double[] SEEDS = seeds();

    @Test
    void bitsInDoublePrecisionAreThoseOfLongArrays() {
        check(new VectorFloat64Kernels(new Float64Product(new Workers(1)), false), Float64Vectors.LANES);
    }

    @Test
    void bitsInSinglePrecisionAreThoseOfLongArrays() {
        check(new VectorFloat32Kernels(new Float32Product(new Workers(1)), false), Float32Vectors.LANES);
    }

    private static <A> void check(Kernels<A> kernels, int lanes) {
        assertTrue(lanes > 1 && PAIRS % lanes == 0, "vectors of " + lanes);
        int checked = 0;
        for (Unary op : Unary.table()) {
            if (kernels.suited(op) == kernels) {
                compare(op.name(), lanes, (from, n) -> unary(kernels, op, from, n));
                checked++;
            }
        }
        for (Binary op : Binary.table()) {
            if (kernels.suited(op) == kernels) {
                compare(op.name(), lanes, (from, n) -> binary(kernels, op, from, n));
                checked++;
            }
        }
        assertTrue(checked > 8, "operations with vector loops: " + checked);
    }

    /** What a part of the arrays gives, however short: results and gradients, new and added, one after another. */
    private interface Part {
        double[][] of(int from, int n);
    }

    private static void compare(String op, int lanes, Part part) {
        double[][] whole = part.of(0, PAIRS);
        for (int n = 1; n < lanes; n++) {
            for (int from = 0; from + n <= PAIRS; from += n) {
                double[][] few = part.of(from, n);
                for (int i = 0; i < few.length; i++) {
                    double[] expected = Arrays.copyOfRange(whole[i], from, from + n);
                    assertArrayEquals(expected, few[i], op + ", array " + i + ", " + n + " numbers from " + from);
                }
            }
        }
    }

    private static <A> double[][] unary(Kernels<A> kernels, Unary op, int from, int n) {
        A x = array(kernels, LEFT, from, n);
        A y = kernels.allocate(n);
        A g = array(kernels, SEEDS, from, n);
        A fresh = kernels.allocate(n);
        A added = array(kernels, RIGHT, from, n);
        kernels.unary(op, x, 0, y, 0, n);
        kernels.unaryGradient(op, x, 0, y, 0, g, 0, fresh, 0, n, false);
        kernels.unaryGradient(op, x, 0, y, 0, g, 0, added, 0, n, true);
        return numbers(kernels, n, y, fresh, added);
    }

    private static <A> double[][] binary(Kernels<A> kernels, Binary op, int from, int n) {
        A a = array(kernels, LEFT, from, n);
        A b = array(kernels, RIGHT, from, n);
        A y = kernels.allocate(n);
        A g = array(kernels, SEEDS, from, n);
        A left = kernels.allocate(n);
        A right = kernels.allocate(n);
        A leftAdded = array(kernels, LEFT, from, n);
        A rightAdded = array(kernels, LEFT, from, n);
        kernels.binary(op, a, 0, 1, b, 0, 1, y, 0, n);
        kernels.leftGradient(op, a, 0, 1, b, 0, 1, y, 0, g, 0, left, 0, n, false);
        kernels.rightGradient(op, a, 0, 1, b, 0, 1, y, 0, g, 0, right, 0, n, false);
        kernels.leftGradient(op, a, 0, 1, b, 0, 1, y, 0, g, 0, leftAdded, 0, n, true);
        kernels.rightGradient(op, a, 0, 1, b, 0, 1, y, 0, g, 0, rightAdded, 0, n, true);
        return numbers(kernels, n, y, left, right, leftAdded, rightAdded);
    }

    private static <A> A array(Kernels<A> kernels, double[] numbers, int from, int n) {
        A array = kernels.allocate(n);
        kernels.put(Arrays.copyOfRange(numbers, from, from + n), array, 0);
        return array;
    }

    @SafeVarargs
    private static <A> double[][] numbers(Kernels<A> kernels, int n, A... arrays) {
        double[][] numbers = new double[arrays.length][n];
        for (int i = 0; i < arrays.length; i++) {
            kernels.get(arrays[i], 0, numbers[i]);
        }
        return numbers;
    }

    private static double[] pairs(boolean left) {
        double[] numbers = new double[PAIRS];
        Arrays.setAll(numbers, i -> NUMBERS[left ? i / NUMBERS.length : i % NUMBERS.length]);
        return numbers;
    }

    private static double[] seeds() {
        double[] seeds = new double[PAIRS];
        Arrays.setAll(seeds, i -> i % 5 == 0 ? -0.0 : i % 7 - 3.25);
        return seeds;
    }
}
