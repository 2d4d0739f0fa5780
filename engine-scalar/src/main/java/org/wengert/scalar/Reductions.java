package org.wengert.scalar;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.wengert.op.Reduce;
import org.wengert.op.SoftmaxRow;

/** One node made of a group of nodes. */
final class Reductions {
    private Reductions() {}

    static Node of(Reduce.Kind kind, Node[] group, Formulas formulas) {
        return switch (kind) {
            case SUM -> sum(group, 1, formulas);
            case MEAN -> sum(group, group.length, formulas);
            case MAX -> chosen(Arrays.stream(group).mapToDouble(x -> x.data).max(), group, formulas);
            case MIN -> chosen(Arrays.stream(group).mapToDouble(x -> x.data).min(), group, formulas);
            case LOG_SUM_EXP -> logSumExp(group, formulas);
        };
    }

    private static Node sum(Node[] group, int divisor, Formulas formulas) {
        double sum = 0;
        for (Node x : group) {
            sum += x.data;
        }
        return formulas.node(sum / divisor, y -> {
            for (Node x : group) {
                x.grad += y.grad / divisor;
            }
        });
    }

    static Node squaredError(int divisor, Node[] a, Node[] b, Formulas formulas) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double d = a[i].data - b[i].data;
            sum += d * d;
        }
        return formulas.node(sum / divisor, y -> {
            for (int i = 0; i < a.length; i++) {
                double share = y.grad / divisor * (2 * (a[i].data - b[i].data));
                a[i].grad += share;
                b[i].grad -= share;
            }
        });
    }

    /** Those that hold the chosen number share the gradient; where it is NaN, so are all shares. */
    private static Node chosen(OptionalDouble found, Node[] group, Formulas formulas) {
        double best = found.orElseThrow();
        Node[] winners = Double.isNaN(best)
                ? group
                : Arrays.stream(group).filter(x -> x.data == best).toArray(Node[]::new);
        double share = Double.isNaN(best) ? Double.NaN : 1.0 / winners.length;
        return formulas.node(best, y -> {
            for (Node x : winners) {
                x.grad += y.grad * share;
            }
        });
    }

    private static Node logSumExp(Node[] group, Formulas formulas) {
        SoftmaxRow row = Softmaxes.row(group);
        return formulas.node(row.logSumExp(), y -> {
            for (int i = 0; i < group.length; i++) {
                group[i].grad += y.grad * row.logSumExpSlope(i);
            }
        });
    }
}
