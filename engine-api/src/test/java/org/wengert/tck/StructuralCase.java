package org.wengert.tck;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.wengert.Shape;
import org.wengert.op.Reduce;
import org.wengert.op.Structural;

/**
 * A structural operation on operands of given shapes, beside the plain loops that say what it means.
 *
 * @param shape   of the result
 * @param formula the numbers of the result, from those of each operand
 */
record StructuralCase(Structural op, List<Shape> operands, Shape shape, Formula formula) {
    /** Plain loops over the operands' numbers in row-major order. */
    @FunctionalInterface
    interface Formula {
        List<Exact> of(List<List<Exact>> operands);
    }

    /** Numbers for each operand, no two of them equal; none near another where one is chosen. */
    double[][] data() {
        double[][] data = new double[operands.size()][];
        Arrays.setAll(
                data,
                i -> op instanceof Reduce
                        ? Points.spaced(31L + i, operands.get(i).size())
                        : Points.random(31L + i, operands.get(i).size()));
        return data;
    }

    @Override
    public String toString() {
        return op + " of " + operands.stream().map(Shape::toString).collect(Collectors.joining(" and "));
    }
}
