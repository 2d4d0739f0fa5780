package org.wengert.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.wengert.Shape;
import org.wengert.op.BroadcastTo;
import org.wengert.op.Concat;
import org.wengert.op.CrossEntropy;
import org.wengert.op.Gather;
import org.wengert.op.Linear;
import org.wengert.op.MatMul;
import org.wengert.op.Rearrangement;
import org.wengert.op.Reduce;
import org.wengert.op.Reshape;
import org.wengert.op.Slice;
import org.wengert.op.Softmax;
import org.wengert.op.SquaredError;
import org.wengert.op.Transpose;
import org.wengert.op.Where;

/** Structural operations under many attributes and shapes. */
final class StructuralCases {
    private final List<StructuralCase> cases = new ArrayList<>();

    private StructuralCases() {}

    static List<StructuralCase> all() {
        StructuralCases all = new StructuralCases();
        all.products();
        all.layers();
        all.reductions();
        all.softmaxes();
        all.crossEntropies();
        all.squaredErrors();
        all.choices();
        all.joins();
        all.rearrangements();
        return all.cases;
    }

    private void products() {
        for (boolean left : new boolean[] {false, true}) {
            for (boolean right : new boolean[] {false, true}) {
                MatMul op = new MatMul(left, right);
                Shape matrix = left ? Shape.of(3, 2) : Shape.of(2, 3);
                Shape other = right ? Shape.of(4, 3) : Shape.of(3, 4);
                product(op, matrix, other, Shape.of(2, 4), 2, 3, 4);
                product(op, matrix, Shape.of(3), Shape.of(2), 2, 3, 1);
                product(op, Shape.of(3), other, Shape.of(4), 1, 3, 4);
                product(op, Shape.of(3), Shape.of(3), Shape.SCALAR, 1, 3, 1);
                product(op, Shape.of(3, 3), Shape.of(3, 3), Shape.of(3, 3), 3, 3, 3);
            }
        }
        product(MatMul.PLAIN, Shape.of(1, 1), Shape.of(1, 1), Shape.of(1, 1), 1, 1, 1);
        product(MatMul.PLAIN, Shape.of(1, 4), Shape.of(4, 1), Shape.of(1, 1), 1, 4, 1);
        product(MatMul.PLAIN, Shape.of(3, 1), Shape.of(1, 2), Shape.of(3, 2), 3, 1, 2);
        product(MatMul.PLAIN, Shape.of(2, 0), Shape.of(0, 3), Shape.of(2, 3), 2, 0, 3);
        product(MatMul.PLAIN, Shape.of(0, 2), Shape.of(2, 3), Shape.of(0, 3), 0, 2, 3);
    }

    private void product(MatMul op, Shape left, Shape right, Shape result, int m, int k, int n) {
        boolean leftT = op.transposeLeft() && left.rank() == 2;
        boolean rightT = op.transposeRight() && right.rank() == 2;
        cases.add(new StructuralCase(
                op,
                List.of(left, right),
                result,
                x -> StructuralFormulas.product(x.get(0), leftT, x.get(1), rightT, m, k, n)));
    }

    private void layers() {
        cases.add(layer(Shape.of(2, 3), Shape.of(4, 3), Shape.of(4), Shape.of(2, 4)));
        cases.add(layer(Shape.of(3), Shape.of(4, 3), Shape.of(4), Shape.of(4)));
        cases.add(layer(Shape.of(2, 3), Shape.of(3), Shape.SCALAR, Shape.of(2)));
        cases.add(layer(Shape.of(3), Shape.of(3), Shape.SCALAR, Shape.SCALAR));
        cases.add(layer(Shape.of(5, 3), Shape.of(1, 3), Shape.of(1), Shape.of(5, 1)));
        cases.add(layer(Shape.of(1, 3), Shape.of(1, 3), Shape.of(1), Shape.of(1, 1)));
        cases.add(layer(Shape.of(1), Shape.of(1), Shape.SCALAR, Shape.SCALAR));
        cases.add(layer(Shape.of(5, 4), Shape.of(9, 4), Shape.of(9), Shape.of(5, 9)));
        cases.add(layer(Shape.of(2, 0), Shape.of(3, 0), Shape.of(3), Shape.of(2, 3)));
        cases.add(layer(Shape.of(0, 2), Shape.of(3, 2), Shape.of(3), Shape.of(0, 3)));
        cases.add(layer(Shape.of(0, 2), Shape.of(2), Shape.SCALAR, Shape.of(0)));
        cases.add(layer(Shape.of(2, 3), Shape.of(0, 3), Shape.of(0), Shape.of(2, 0)));
    }

    /** A layer on samples {@code x}. */
    static StructuralCase layer(Shape x, Shape weights, Shape bias, Shape result) {
        int inputs = weights.dim(weights.rank() - 1);
        return new StructuralCase(
                Linear.LAYER,
                List.of(x, weights, bias),
                result,
                numbers -> StructuralFormulas.linear(
                        numbers.get(0), numbers.get(1), numbers.get(2), result.size(), inputs));
    }

    private void reductions() {
        for (Reduce.Kind kind : Reduce.Kind.values()) {
            for (boolean keep : new boolean[] {false, true}) {
                reduction(kind, keep, Shape.SCALAR);
                reduction(kind, keep, Shape.of(5));
                reduction(kind, keep, Shape.of(19), 0);
                reduction(kind, keep, Shape.of(2, 3), 0);
                reduction(kind, keep, Shape.of(2, 3), 1);
                reduction(kind, keep, Shape.of(2, 3));
                reduction(kind, keep, Shape.of(3, 1), -1);
                reduction(kind, keep, Shape.of(2, 3, 4), 0);
                reduction(kind, keep, Shape.of(2, 3, 4), 1);
                reduction(kind, keep, Shape.of(2, 3, 4), -1, 0);
                reduction(kind, keep, Shape.of(2, 3, 4), 2, 1);
                reduction(kind, keep, Shape.of(0, 3), 1);
            }
        }
    }

    private void reduction(Reduce.Kind kind, boolean keep, Shape operand, int... axes) {
        Reduce op = new Reduce(kind, keep, axes);
        boolean[] reduced = new boolean[operand.rank()];
        for (int axis = 0; axis < reduced.length; axis++) {
            int counted = axis;
            reduced[axis] = axes.length == 0
                    || Arrays.stream(axes).anyMatch(a -> a == counted || a + operand.rank() == counted);
        }
        int[] kept = operand.dims();
        List<Integer> left = new ArrayList<>();
        for (int axis = 0; axis < reduced.length; axis++) {
            if (reduced[axis]) {
                kept[axis] = 1;
            } else {
                left.add(kept[axis]);
            }
        }
        Shape result =
                keep ? Shape.of(kept) : Shape.of(left.stream().mapToInt(n -> n).toArray());
        cases.add(new StructuralCase(
                op, List.of(operand), result, x -> StructuralFormulas.reduce(kind, x.get(0), operand, Shape.of(kept))));
    }

    private void softmaxes() {
        for (boolean logarithmic : new boolean[] {false, true}) {
            softmax(logarithmic, Shape.of(5), 0, 0);
            softmax(logarithmic, Shape.of(1), -1, 0);
            softmax(logarithmic, Shape.of(2, 3), 0, 0);
            softmax(logarithmic, Shape.of(2, 3), -1, 1);
            softmax(logarithmic, Shape.of(2, 3, 2), 1, 1);
            softmax(logarithmic, Shape.of(0, 3), 1, 1);
        }
    }

    private void softmax(boolean logarithmic, Shape operand, int axis, int along) {
        cases.add(new StructuralCase(
                new Softmax(axis, logarithmic),
                List.of(operand),
                operand,
                x -> StructuralFormulas.softmax(logarithmic, x.get(0), operand, along)));
    }

    private void crossEntropies() {
        cases.add(new StructuralCase(
                new CrossEntropy(2, 0, 3),
                List.of(Shape.of(3, 4)),
                Shape.of(3),
                x -> StructuralFormulas.crossEntropy(x.get(0), 4, 2, 0, 3)));
        cases.add(new StructuralCase(
                new CrossEntropy(1),
                List.of(Shape.of(3)),
                Shape.SCALAR,
                x -> StructuralFormulas.crossEntropy(x.get(0), 3, 1)));
        cases.add(new StructuralCase(new CrossEntropy(), List.of(Shape.of(0, 3)), Shape.of(0), x -> new ArrayList<>()));
    }

    private void squaredErrors() {
        for (boolean mean : new boolean[] {false, true}) {
            cases.add(squaredError(mean, Shape.SCALAR));
            cases.add(squaredError(mean, Shape.of(1)));
            cases.add(squaredError(mean, Shape.of(19)));
            cases.add(squaredError(mean, Shape.of(4, 1)));
            cases.add(squaredError(mean, Shape.of(2, 3, 4)));
        }
        cases.add(squaredError(false, Shape.of(0, 3)));
    }

    /** Of two arrays of one shape. */
    static StructuralCase squaredError(boolean mean, Shape shape) {
        return new StructuralCase(
                new SquaredError(mean),
                List.of(shape, shape),
                Shape.SCALAR,
                x -> StructuralFormulas.squaredError(mean, x.get(0), x.get(1)));
    }

    private void choices() {
        choice(Shape.of(4), Shape.of(4), Shape.of(4), Shape.of(4), true, false, false, true);
        choice(Shape.of(2), Shape.of(3, 2), Shape.SCALAR, Shape.of(3, 2), false, true);
        choice(Shape.of(2, 1), Shape.of(3), Shape.of(1), Shape.of(2, 3), true, false);
        choice(Shape.SCALAR, Shape.of(2), Shape.of(2), Shape.of(2), true);
        choice(Shape.SCALAR, Shape.SCALAR, Shape.SCALAR, Shape.SCALAR, false);
    }

    private void choice(Shape maskShape, Shape left, Shape right, Shape result, boolean... mask) {
        cases.add(new StructuralCase(
                new Where(maskShape, mask),
                List.of(left, right),
                result,
                x -> StructuralFormulas.where(mask, maskShape, x.get(0), left, x.get(1), right, result)));
    }

    private void joins() {
        join(0, 0, Shape.of(7), Shape.of(2), Shape.of(4), Shape.of(1));
        join(0, 0, Shape.of(3, 2), Shape.of(1, 2), Shape.of(2, 2));
        join(-1, 1, Shape.of(2, 5), Shape.of(2, 1), Shape.of(2, 4));
        join(1, 1, Shape.of(2, 4, 2), Shape.of(2, 1, 2), Shape.of(2, 0, 2), Shape.of(2, 3, 2));
        join(0, 0, Shape.of(3), Shape.of(3));
    }

    private void join(int axis, int along, Shape result, Shape... operands) {
        cases.add(new StructuralCase(
                new Concat(axis),
                List.of(operands),
                result,
                x -> StructuralFormulas.concat(x, List.of(operands), along, result)));
    }

    private void rearrangements() {
        rearrangement(new Reshape(Shape.of(3, 2)), Shape.of(6), Shape.of(3, 2), i -> new int[] {2 * i[0] + i[1]});
        rearrangement(new Reshape(Shape.SCALAR), Shape.of(1, 1), Shape.SCALAR, i -> new int[] {0, 0});
        rearrangement(new Transpose(), Shape.of(2, 3), Shape.of(3, 2), i -> new int[] {i[1], i[0]});
        rearrangement(new Transpose(), Shape.of(4), Shape.of(4), i -> i);
        Shape cube = Shape.of(2, 3, 4);
        rearrangement(new Transpose(), cube, Shape.of(4, 3, 2), i -> new int[] {i[2], i[1], i[0]});
        rearrangement(new Transpose(1, 2, 0), cube, Shape.of(3, 4, 2), i -> new int[] {i[2], i[0], i[1]});
        rearrangement(new Transpose(0, -1, 1), cube, Shape.of(2, 4, 3), i -> new int[] {i[0], i[2], i[1]});
        rearrangement(new BroadcastTo(Shape.of(2, 3)), Shape.of(3), Shape.of(2, 3), i -> new int[] {i[1]});
        rearrangement(new BroadcastTo(Shape.of(2, 3)), Shape.of(2, 1), Shape.of(2, 3), i -> new int[] {i[0], 0});
        rearrangement(new BroadcastTo(Shape.of(2, 2)), Shape.SCALAR, Shape.of(2, 2), i -> new int[0]);
        rearrangement(new BroadcastTo(Shape.of(0, 3)), Shape.of(3), Shape.of(0, 3), i -> new int[] {i[1]});
        rearrangement(new Slice(0, 1, 4, 1), Shape.of(6), Shape.of(3), i -> new int[] {1 + i[0]});
        rearrangement(new Slice(0, 1, 6, 2), Shape.of(7), Shape.of(3), i -> new int[] {1 + 2 * i[0]});
        rearrangement(new Slice(-1, 0, 3, 2), cube, Shape.of(2, 3, 2), i -> new int[] {i[0], i[1], 2 * i[2]});
        rearrangement(new Slice(1, 2, 3, 1), cube, Shape.of(2, 1, 4), i -> new int[] {i[0], 2, i[2]});
        rearrangement(new Slice(0, 2, 2, 1), Shape.of(3), Shape.of(0), i -> i);
        int[] picks = {2, 0, 2, 2};
        rearrangement(new Gather(0, picks), Shape.of(3), Shape.of(4), i -> new int[] {picks[i[0]]});
        rearrangement(new Gather(1, picks), cube, Shape.of(2, 4, 4), i -> new int[] {i[0], picks[i[1]], i[2]});
        rearrangement(new Gather(-1, 3, 1), cube, Shape.of(2, 3, 2), i -> new int[] {i[0], i[1], 3 - 2 * i[2]});
        rearrangement(new Gather(0), Shape.of(3, 2), Shape.of(0, 2), i -> i);
    }

    private void rearrangement(Rearrangement op, Shape operand, Shape result, UnaryOperator<int[]> source) {
        cases.add(new StructuralCase(
                op, List.of(operand), result, x -> StructuralFormulas.moved(x.get(0), operand, result, source)));
    }
}
