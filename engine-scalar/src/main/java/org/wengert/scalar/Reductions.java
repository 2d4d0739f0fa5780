package org.wengert.scalar;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.wengert.op.Reduce;
import org.wengert.op.SoftmaxRow;

/** One node made of a group of nodes. */
final class Reductions {
    private Reductions() {}

    static Node of(Reduce.Kind kind, Node[] group, DoubleFunction<Node> node) {
        return switch (kind) {
            case SUM -> sum(group, 1, node);
            case MEAN -> sum(group, group.length, node);
            case MAX -> chosen(Arrays.stream(group).mapToDouble(x -> x.data).max(), group, node);
            case MIN -> chosen(Arrays.stream(group).mapToDouble(x -> x.data).min(), group, node);
            case LOG_SUM_EXP -> logSumExp(group, node);
        };
    }

    private static Node sum(Node[] group, int divisor, DoubleFunction<Node> node) {
        double sum = 0;
        for (Node x : group) {
            sum += x.data;
        }
        return node.apply(sum / divisor).whenSending(gradient -> {
            for (Node x : group) {
                x.grad += gradient / divisor;
            }
        });
    }

    /** Those that hold the chosen number share the gradient; where it is NaN, so are all shares. */
    private static Node chosen(OptionalDouble found, Node[] group, DoubleFunction<Node> node) {
        double best = found.orElseThrow();
        Node[] winners = Double.isNaN(best)
                ? group
                : Arrays.stream(group).filter(x -> x.data == best).toArray(Node[]::new);
        double share = Double.isNaN(best) ? Double.NaN : 1.0 / winners.length;
        return node.apply(best).whenSending(gradient -> {
            for (Node x : winners) {
                x.grad += gradient * share;
            }
        });
    }

    private static Node logSumExp(Node[] group, DoubleFunction<Node> node) {
        SoftmaxRow row = Softmaxes.row(group);
        return node.apply(row.logSumExp()).whenSending(gradient -> {
            for (int i = 0; i < group.length; i++) {
                group[i].grad += gradient * row.logSumExpSlope(i);
            }
        });
    }
}
