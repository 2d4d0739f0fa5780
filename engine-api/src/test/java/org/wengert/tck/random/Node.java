package org.wengert.tck.random;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.wengert.Shape;
import org.wengert.op.Op;

/**
 * One value of an expression: a leaf with its numbers, or an operation on values before it.
 *
 * @param op       none of a leaf
 * @param operands which values it is made of, counted from the first
 * @param numbers  of a leaf, in row-major order
 * @param variable whether it is a leaf that is differentiated by
 * @param meaning  what each number of the result is made of
 * @param java     the call, with {@code %1$s} for the first operand
 * @param torch    the same in PyTorch
 */
public record Node(
        Optional<Op> op,
        List<Integer> operands,
        Shape shape,
        double[] numbers,
        boolean variable,
        IntFunction<Term> meaning,
        String java,
        String torch) {

    static Node leaf(boolean variable, Shape shape, double... numbers) {
        return new Node(Optional.empty(), List.of(), shape, numbers, variable, i -> null, "", "");
    }

    /** The same leaf under another shape with other numbers. */
    Node leafLike(Shape shape, double... numbers) {
        return leaf(variable, shape, numbers);
    }

    /** The same operation on other operands. */
    Node on(List<Integer> operands) {
        return new Node(op, operands, shape, numbers, variable, meaning, java, torch);
    }

    /** An operation that fits its operands. */
    static Node of(Op op, List<Node> before, IntFunction<Term> meaning, String java, String torch, int... operands) {
        List<Integer> indices = Arrays.stream(operands).boxed().collect(Collectors.toList());
        Shape shape = op.shape(indices.stream().map(i -> before.get(i).shape()).toArray(Shape[]::new));
        return new Node(Optional.of(op), indices, shape, new double[0], false, meaning, java, torch);
    }

    boolean isLeaf() {
        return op.isEmpty();
    }
}
