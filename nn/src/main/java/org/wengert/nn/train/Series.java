package org.wengert.nn.train;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Numbers that come one after another, eight bytes each. */
final class Series {
    private double[] numbers = new double[64];
    private int size;

    void add(double number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    void set(double... others) {
        numbers = Arrays.copyOf(others, Math.max(others.length, 1));
        size = others.length;
    }

    int size() {
        return size;
    }

    double get(int index) {
        return numbers[Objects.checkIndex(index, size)];
    }

    double[] toArray() {
        return Arrays.copyOf(numbers, size);
    }

    /** The numbers so far as a list that does not change. */
    List<Double> view() {
        double[] fixed = toArray();
        return new AbstractList<>() {
            @Override
            public Double get(int index) {
                return fixed[index];
            }

            @Override
            public int size() {
                return fixed.length;
            }
        };
    }
}
