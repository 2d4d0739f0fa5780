package org.wengert.nn.io;

import java.util.Arrays;
import org.wengert.Shape;
import org.wengert.error.ShapeException;

/**
 * An array of numbers as a file holds it, in double or in single precision. Immutable; two are equal if shape, precision
 * and all numbers are, where NaN equals NaN and 0 does not equal -0.
 */
public final class Tensor {
    private final Shape shape;
    private final Numbers numbers;

    /** The numbers in row-major order. */
    private sealed interface Numbers {
        int size();

        double at(int i);

        record Float64(double[] array) implements Numbers {
            @Override
            public int size() {
                return array.length;
            }

            @Override
            public double at(int i) {
                return array[i];
            }
        }

        record Float32(float[] array) implements Numbers {
            @Override
            public int size() {
                return array.length;
            }

            @Override
            public double at(int i) {
                return array[i];
            }
        }
    }

    private Tensor(Shape shape, Numbers numbers) {
        if (shape.size() != numbers.size()) {
            throw new ShapeException("tensor: wrong number of numbers: shape " + shape + " holds " + shape.size()
                    + ", got " + numbers.size());
        }
        this.shape = shape;
        this.numbers = numbers;
    }

    /**
     * Numbers in double precision.
     *
     * @param numbers in row-major order, copied
     * @throws ShapeException if there are more or fewer than the shape holds
     */
    public static Tensor of(Shape shape, double... numbers) {
        return owning(shape, numbers.clone());
    }

    /**
     * Numbers in single precision.
     *
     * @param numbers in row-major order, copied
     * @throws ShapeException if there are more or fewer than the shape holds
     */
    public static Tensor of(Shape shape, float... numbers) {
        return owning(shape, numbers.clone());
    }

    static Tensor owning(Shape shape, double... numbers) {
        return new Tensor(shape, new Numbers.Float64(numbers));
    }

    static Tensor owning(Shape shape, float... numbers) {
        return new Tensor(shape, new Numbers.Float32(numbers));
    }

    /** The same in single precision, each number rounded to the nearest. */
    public Tensor toSingle() {
        if (isSingle()) {
            return this;
        }
        float[] rounded = new float[size()];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) at(i);
        }
        return owning(shape, rounded);
    }

    /** A tensor of the same precision whose numbers are those of this one at the places given. */
    Tensor picked(Shape newShape, int... from) {
        if (numbers instanceof Numbers.Float32 single) {
            float[] chosen = new float[from.length];
            for (int i = 0; i < from.length; i++) {
                chosen[i] = single.array[from[i]];
            }
            return owning(newShape, chosen);
        }
        double[] chosen = new double[from.length];
        Arrays.setAll(chosen, i -> at(from[i]));
        return owning(newShape, chosen);
    }

    /** Whether the numbers are kept in single precision. */
    public boolean isSingle() {
        return numbers instanceof Numbers.Float32;
    }

    /** How they are laid out. */
    public Shape shape() {
        return shape;
    }

    /** How many numbers there are. */
    public int size() {
        return shape.size();
    }

    /** One number by its place in row-major order. */
    public double at(int i) {
        return numbers.at(i);
    }

    /** The numbers in row-major order, as a copy; those of single precision lose nothing. */
    public double[] data() {
        double[] data = new double[size()];
        Arrays.setAll(data, numbers::at);
        return data;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that
                && shape.equals(that.shape)
                && isSingle() == that.isSingle()
                && Arrays.equals(data(), that.data());
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(data());
    }

    /** The shape and the precision: {@code [2, 3] float32}. */
    @Override
    public String toString() {
        return shape + (isSingle() ? " float32" : " float64");
    }
}
