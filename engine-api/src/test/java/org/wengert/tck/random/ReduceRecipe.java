package org.wengert.tck.random;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wengert.Shape;
import org.wengert.op.Reduce;
import org.wengert.tck.Index;

/** One number for each group along some axes. */
final class ReduceRecipe {
    private static final Reduce.Kind[] KINDS = Reduce.Kind.values();

    private ReduceRecipe() {}

    static Stream<Node> draw(Step step, Pool pool) {
        Reduce.Kind kind = KINDS[step.detail() % KINDS.length];
        int rest = step.detail() / KINDS.length;
        boolean keep = rest % 2 == 1;
        return pool.from(step.first()).mapToObj(x -> {
            int rank = pool.shape(x).rank();
            int[] axes = IntStream.range(0, rank)
                    .filter(axis -> (rest / 2 >> axis & 1) == 1)
                    .toArray();
            return node(new Reduce(kind, keep, axes), pool.nodes(), x);
        });
    }

    static Node node(Reduce op, List<Node> before, int x) {
        Shape operand = before.get(x).shape();
        int[] axes = op.axes(operand);
        String list = Arrays.toString(axes).replace("[", "").replace("]", "");
        return Node.of(
                op,
                before,
                i -> Term.of(formula(op.kind()), group(operand, axes, i)),
                "%1$s.reduce(Reduce.Kind." + op.kind() + ", " + op.keepDims() + (list.isEmpty() ? "" : ", " + list)
                        + ")",
                operand.isScalar()
                        ? "%1$s.reshape(1)." + torch(op.kind()) + "(0)"
                        : "%1$s." + torch(op.kind()) + "((" + list + ",), keepdim=" + (op.keepDims() ? "True" : "False")
                                + ")",
                x);
    }

    private static RowFormula formula(Reduce.Kind kind) {
        return RowFormula.valueOf(kind.name());
    }

    private static String torch(Reduce.Kind kind) {
        return switch (kind) {
            case SUM -> "sum";
            case MEAN -> "mean";
            case MAX -> "amax";
            case MIN -> "amin";
            case LOG_SUM_EXP -> "logsumexp";
        };
    }

    /** Where the numbers stand that the i-th result is made of. */
    private static int[] group(Shape operand, int[] axes, int i) {
        int[] kept = operand.dims();
        for (int axis : axes) {
            kept[axis] = 1;
        }
        Shape results = Shape.of(kept);
        return IntStream.range(0, operand.size())
                .filter(position -> Index.stretched(results, Index.of(operand, position)) == i)
                .toArray();
    }
}
