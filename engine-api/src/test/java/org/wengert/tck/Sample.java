package org.wengert.tck;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.wengert.Shape;
import org.wengert.op.Op;
import org.wengert.op.Structural;

/**
 * An operation with numbers to try it on.
 *
 * @param name   of the operation, in reports; others may share it
 * @param shapes of the operands
 * @param data   of each operand, numbers that the engine's precision holds
 * @param seed   the upstream gradient
 */
record Sample(String name, Op op, List<Shape> shapes, List<double[]> data, double... seed) {
    /** An elementwise operation at points, each a number of every operand. */
    static Sample elementwise(String name, Op op, List<double[]> data) {
        double[] ones = new double[data.get(0).length];
        Arrays.fill(ones, 1);
        List<Shape> shapes = data.stream().map(x -> Shape.of(x.length)).collect(Collectors.toList());
        return new Sample(name, op, shapes, data, ones);
    }

    boolean isElementwise() {
        return !(op instanceof Structural);
    }

    Shape shape() {
        return op.shape(shapes.toArray(new Shape[0]));
    }

    /** The same at one of the points, as single numbers. */
    Sample number(int point) {
        List<Shape> scalars = shapes.stream().map(shape -> Shape.SCALAR).collect(Collectors.toList());
        List<double[]> numbers = data.stream().map(x -> new double[] {x[point]}).collect(Collectors.toList());
        return new Sample(name, op, scalars, numbers, seed[point]);
    }

    /** Where a number of the result, or of an operand's gradient, comes from. */
    String at(int number) {
        if (isElementwise()) {
            return data.stream().map(x -> Double.toString(x[number])).collect(Collectors.joining(", "));
        }
        return "number " + number + " of " + op + " of "
                + shapes.stream().map(Shape::toString).collect(Collectors.joining(" and "));
    }
}
