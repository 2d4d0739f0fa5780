package org.wengert.tck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.wengert.Shape;
import org.wengert.op.Reduce;

/** What structural operations mean, as plain loops over numbers in row-major order. */
final class StructuralFormulas {
    private StructuralFormulas() {}

    static List<Exact> product(List<Exact> a, boolean aT, List<Exact> b, boolean bT, int m, int k, int n) {
        List<Exact> y = new ArrayList<>();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                Exact sum = Exact.ZERO;
                for (int p = 0; p < k; p++) {
                    Exact left = a.get(aT ? p * m + i : i * k + p);
                    Exact right = b.get(bT ? j * k + p : p * n + j);
                    sum = sum.add(left.mul(right));
                }
                y.add(sum);
            }
        }
        return y;
    }

    /** {@code count} sums of {@code inputs} products and a bias each, as many for a sample as there are biases. */
    static List<Exact> linear(List<Exact> x, List<Exact> w, List<Exact> b, int count, int inputs) {
        List<Exact> y = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int sample = i / b.size() * inputs;
            int neuron = i % b.size() * inputs;
            Exact sum = Exact.ZERO;
            for (int k = 0; k < inputs; k++) {
                sum = sum.add(x.get(sample + k).mul(w.get(neuron + k)));
            }
            y.add(sum.add(b.get(i % b.size())));
        }
        return y;
    }

    static List<Exact> reduce(Reduce.Kind kind, List<Exact> x, Shape operand, Shape kept) {
        List<Exact> y = new ArrayList<>();
        for (List<Exact> group : groups(x, operand, kept)) {
            y.add(reduce(kind, group));
        }
        return y;
    }

    /** Numbers in groups, one for each position of the shape in which reduced axes have size 1. */
    private static List<List<Exact>> groups(List<Exact> x, Shape operand, Shape kept) {
        List<List<Exact>> groups = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            groups.add(new ArrayList<>());
        }
        for (int i = 0; i < x.size(); i++) {
            int[] index = Index.of(operand, i);
            for (int axis = 0; axis < index.length; axis++) {
                index[axis] = kept.dim(axis) == 1 ? 0 : index[axis];
            }
            groups.get(Index.position(kept, index)).add(x.get(i));
        }
        return groups;
    }

    private static Exact reduce(Reduce.Kind kind, List<Exact> group) {
        return switch (kind) {
            case SUM -> sum(group);
            case MEAN -> sum(group).div(Exact.of(group.size()));
            case MAX -> extreme(group, Comparator.naturalOrder());
            case MIN -> extreme(group, Comparator.reverseOrder());
            case LOG_SUM_EXP -> logSumExp(group);
        };
    }

    /** The largest, or the mean of those that tie for it, so that each gets its part. */
    private static Exact extreme(List<Exact> group, Comparator<Exact> order) {
        Exact extreme = group.stream().max(order).orElseThrow();
        List<Exact> ties = group.stream().filter(x -> x.compareTo(extreme) == 0).toList();
        return ties.size() == 1 ? extreme : sum(ties).div(Exact.of(ties.size()));
    }

    private static Exact sum(List<Exact> group) {
        return group.stream().reduce(Exact.ZERO, Exact::add);
    }

    /** {@code ln sum e^x} in two parts, the second of which keeps its digits where the first is all of it. */
    private record LogSumExp(Exact largest, Exact rest) {
        static LogSumExp of(List<Exact> group) {
            int first = 0;
            for (int i = 1; i < group.size(); i++) {
                first = group.get(i).compareTo(group.get(first)) > 0 ? i : first;
            }
            Exact largest = group.get(first);
            Exact others = Exact.ZERO;
            for (int i = 0; i < group.size(); i++) {
                others = i == first
                        ? others
                        : others.add(group.get(i).sub(largest).exp());
            }
            return new LogSumExp(largest, others.log1p());
        }

        /** {@code x - ln sum e^x}. */
        Exact below(Exact x) {
            return x.sub(largest).sub(rest);
        }
    }

    private static Exact logSumExp(List<Exact> group) {
        if (group.isEmpty()) {
            return Exact.ZERO.log();
        }
        LogSumExp sum = LogSumExp.of(group);
        return sum.largest.add(sum.rest);
    }

    static List<Exact> softmax(boolean logarithmic, List<Exact> x, Shape shape, int axis) {
        int[] sizes = shape.dims();
        sizes[axis] = 1;
        Shape kept = Shape.of(sizes);
        List<LogSumExp> sums = groups(x, shape, kept).stream()
                .filter(group -> !group.isEmpty())
                .map(LogSumExp::of)
                .toList();
        List<Exact> y = new ArrayList<>();
        for (int i = 0; i < x.size(); i++) {
            int[] index = Index.of(shape, i);
            index[axis] = 0;
            Exact logarithm = sums.get(Index.position(kept, index)).below(x.get(i));
            y.add(logarithmic ? logarithm : logarithm.exp());
        }
        return y;
    }

    static List<Exact> crossEntropy(List<Exact> logits, int classes, int... targets) {
        List<Exact> y = new ArrayList<>();
        for (int i = 0; i < targets.length; i++) {
            List<Exact> sample = logits.subList(i * classes, (i + 1) * classes);
            y.add(LogSumExp.of(sample).below(sample.get(targets[i])).neg());
        }
        return y;
    }

    static List<Exact> squaredError(boolean mean, List<Exact> a, List<Exact> b) {
        Exact sum = Exact.ZERO;
        for (int i = 0; i < a.size(); i++) {
            Exact d = a.get(i).sub(b.get(i));
            sum = sum.add(d.mul(d));
        }
        return List.of(mean ? sum.div(Exact.of(a.size())) : sum);
    }

    static List<Exact> where(
            boolean[] mask, Shape maskShape, List<Exact> a, Shape left, List<Exact> b, Shape right, Shape result) {
        List<Exact> y = new ArrayList<>();
        for (int i = 0; i < result.size(); i++) {
            int[] index = Index.of(result, i);
            y.add(
                    mask[Index.stretched(maskShape, index)]
                            ? a.get(Index.stretched(left, index))
                            : b.get(Index.stretched(right, index)));
        }
        return y;
    }

    static List<Exact> concat(List<List<Exact>> parts, List<Shape> shapes, int axis, Shape result) {
        List<Exact> y = new ArrayList<>();
        for (int i = 0; i < result.size(); i++) {
            int[] index = Index.of(result, i);
            int part = 0;
            while (index[axis] >= shapes.get(part).dim(axis)) {
                index[axis] -= shapes.get(part++).dim(axis);
            }
            y.add(parts.get(part).get(Index.position(shapes.get(part), index)));
        }
        return y;
    }

    /** Each number of the result comes from the index that {@code source} gives for its own. */
    static List<Exact> moved(List<Exact> x, Shape operand, Shape result, UnaryOperator<int[]> source) {
        List<Exact> y = new ArrayList<>();
        for (int i = 0; i < result.size(); i++) {
            y.add(x.get(Index.position(operand, source.apply(Index.of(result, i)))));
        }
        return y;
    }
}
