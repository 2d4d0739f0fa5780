package org.wengert.nn;

import java.util.Arrays;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.error.ShapeException;
import org.wengert.nn.data.DataException;

/** Targets brought into the form a loss needs, or refused: broadcasting must never pair samples crosswise. */
final class Targets {
    private Targets() {}

    /** The target in the shape of the output. */
    static Value like(String loss, Value output, Value target) {
        if (output.shape().equals(target.shape())) {
            return target;
        }
        int[] wanted = output.shape().dims();
        int[] given = target.shape().dims();
        boolean fits = Arrays.equals(trimmed(output.shape()), given) || Arrays.equals(wanted, trimmed(target.shape()));
        if (!fits) {
            throw new ShapeException(
                    loss + ": output and target must have one shape: " + output.shape() + " and " + target.shape());
        }
        return target.reshape(wanted);
    }

    private static int[] trimmed(Shape shape) {
        int[] sizes = shape.dims();
        boolean column = sizes.length > 0 && sizes[sizes.length - 1] == 1;
        return column ? Arrays.copyOf(sizes, sizes.length - 1) : sizes;
    }

    /** The target in the shape of the output, every number -1 or +1. */
    static Value signs(String loss, Value output, Value target) {
        Value like = like(loss, output, target);
        double[] numbers = target.data();
        for (int i = 0; i < numbers.length; i++) {
            if (Math.abs(numbers[i]) != 1) {
                throw new DataException(
                        loss + ": targets must be -1 or 1: number " + i + " of the batch is " + numbers[i]);
            }
        }
        return like;
    }

    /** Class numbers, one for each row of the output. */
    static int[] classes(String loss, Value output, Value target) {
        int rank = output.shape().rank();
        int[] samples = rank == 0 ? new int[0] : Arrays.copyOf(output.shape().dims(), rank - 1);
        if (!Arrays.equals(trimmed(target.shape()), samples)
                && !Arrays.equals(target.shape().dims(), samples)) {
            throw new ShapeException(loss + ": one class number a sample is needed: output " + output.shape()
                    + " needs targets " + Arrays.toString(samples) + ", got " + target.shape());
        }
        return classes(loss, target);
    }

    /** Class numbers, however many. */
    static int[] classes(String loss, Value target) {
        double[] numbers = target.data();
        int[] classes = new int[numbers.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (int) numbers[i];
            if (classes[i] != numbers[i]) {
                throw new DataException(loss + ": targets must be class numbers 0, 1, 2 ...: that of sample " + i
                        + " is " + numbers[i]);
            }
        }
        return classes;
    }
}
