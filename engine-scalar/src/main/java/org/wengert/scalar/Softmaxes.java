package org.wengert.scalar;

import java.util.Arrays;
import org.wengert.op.SoftmaxRow;

/** Softmax of one line of nodes, its logarithm, and the cross-entropy built on it. */
final class Softmaxes {
    private Softmaxes() {}

    static SoftmaxRow row(Node[] line) {
        return new SoftmaxRow(Arrays.stream(line).mapToDouble(x -> x.data).toArray());
    }

    static Node[] of(boolean logarithmic, Node[] line, Formulas formulas) {
        SoftmaxRow row = row(line);
        Node[] result = new Node[line.length];
        Arrays.setAll(result, i -> logarithmic ? logarithm(i, row, line, formulas) : share(i, row, line, formulas));
        return result;
    }

    /** {@code d p_i / d x_j = p_i (1 - p_i)} for j = i and {@code -p_i p_j} else. */
    private static Node share(int i, SoftmaxRow row, Node[] line, Formulas formulas) {
        return formulas.node(row.share(i), y -> {
            for (int j = 0; j < line.length; j++) {
                line[j].grad += y.grad * row.share(i) * (j == i ? row.rest(j) : -row.share(j));
            }
        });
    }

    /** {@code d ln p_i / d x_j = 1 - p_i} for j = i and {@code -p_j} else. */
    private static Node logarithm(int i, SoftmaxRow row, Node[] line, Formulas formulas) {
        return formulas.node(row.logShare(i), y -> {
            for (int j = 0; j < line.length; j++) {
                line[j].grad += y.grad * (j == i ? row.rest(j) : -row.share(j));
            }
        });
    }

    /** {@code -ln p_target}. */
    static Node crossEntropy(int target, Node[] line, Formulas formulas) {
        SoftmaxRow row = row(line);
        return formulas.node(-row.logShare(target), y -> {
            for (int j = 0; j < line.length; j++) {
                line[j].grad += y.grad * (j == target ? -row.rest(j) : row.share(j));
            }
        });
    }
}
