package org.wengert.tck;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.dfp.Dfp;
import org.wengert.Shape;
import org.wengert.op.Binary;
import org.wengert.op.BroadcastTo;
import org.wengert.op.Op;
import org.wengert.op.Structural;
import org.wengert.op.Unary;

/** What an operation gives by its definition, number by number, and how each depends on the operands' numbers. */
final class Derivation {
    /** How a result depends on one number of an operand. */
    record Share(int operand, int number, Dfp slope) {}

    /** One number of the result. */
    record Result(Dfp value, List<Share> shares) {}

    private Derivation() {}

    /**
     * The numbers of a result in row-major order.
     *
     * @throws UnsupportedOperationException for a user's own operation, which has no definition but its table entry
     */
    static List<Result> of(Op op, List<Shape> shapes, Shape shape, List<Dfp[]> operands) {
        return op instanceof Structural structural
                ? structural(structural, shapes, shape, operands)
                : elementwise(op, shapes, shape, operands);
    }

    private static List<Result> elementwise(Op op, List<Shape> shapes, Shape shape, List<Dfp[]> operands) {
        int[][] sources = new int[shapes.size()][];
        for (int k = 0; k < sources.length; k++) {
            sources[k] = new BroadcastTo(shape).sources(shapes.get(k));
        }
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < shape.size(); i++) {
            Dfp[] numbers = new Dfp[sources.length];
            List<Share> shares = new ArrayList<>();
            for (int k = 0; k < numbers.length; k++) {
                numbers[k] = operands.get(k)[sources[k][i]];
            }
            Exact exact = apply(op, Exact.inputs(numbers));
            for (int k = 0; k < numbers.length; k++) {
                shares.add(new Share(k, sources[k][i], exact.partial(k)));
            }
            results.add(new Result(exact.number(), shares));
        }
        return results;
    }

    /** An elementwise operation of one or two numbers. */
    static Exact apply(Op op, List<Exact> x) {
        if (op instanceof Unary unary) {
            return Definitions.of(unary).orElseThrow(() -> undefined(op)).at(x.get(0), unary.parameters());
        }
        return Definitions.of((Binary) op).orElseThrow(() -> undefined(op)).apply(x.get(0), x.get(1));
    }

    private static UnsupportedOperationException undefined(Op op) {
        return new UnsupportedOperationException(
                op.name() + ": no definition beside its table entry: add one to Definitions");
    }

    private static List<Result> structural(Structural op, List<Shape> shapes, Shape shape, List<Dfp[]> operands) {
        List<Dfp> all = new ArrayList<>();
        operands.forEach(numbers -> all.addAll(List.of(numbers)));
        List<Exact> inputs = Exact.inputs(all.toArray(new Dfp[0]));
        List<List<Exact>> groups = new ArrayList<>();
        int first = 0;
        for (Dfp[] numbers : operands) {
            groups.add(inputs.subList(first, first + numbers.length));
            first += numbers.length;
        }
        List<Result> results = new ArrayList<>();
        for (Exact exact : StructuralDefinitions.of(op, shapes, shape).of(groups)) {
            results.add(new Result(exact.number(), shares(exact, operands)));
        }
        return results;
    }

    private static List<Share> shares(Exact exact, List<Dfp[]> operands) {
        List<Share> shares = new ArrayList<>();
        int input = 0;
        for (int k = 0; k < operands.size(); k++) {
            for (int i = 0; i < operands.get(k).length; i++) {
                Dfp slope = exact.partial(input++);
                if (!slope.isZero()) { // what has no part in a result gets nothing of it
                    shares.add(new Share(k, i, slope));
                }
            }
        }
        return shares;
    }
}
