package org.wengert.scalar;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import org.wengert.op.SoftmaxRow;

/** Softmax of one line of nodes, its logarithm, and the cross-entropy built on it. */
final class Softmaxes {
    private Softmaxes() {}

    static SoftmaxRow row(Node[] line) {
        return new SoftmaxRow(Arrays.stream(line).mapToDouble(x -> x.data).toArray());
    }

    static Node[] of(boolean logarithmic, Node[] line, DoubleFunction<Node> node) {
        SoftmaxRow row = row(line);
        Node[] result = new Node[line.length];
        Arrays.setAll(result, i -> logarithmic ? logarithm(i, row, line, node) : share(i, row, line, node));
        return result;
    }

    /** {@code d p_i / d x_j = p_i (1 - p_i)} for j = i and {@code -p_i p_j} else. */
    private static Node share(int i, SoftmaxRow row, Node[] line, DoubleFunction<Node> node) {
        return node.apply(row.share(i)).whenSending(gradient -> {
            for (int j = 0; j < line.length; j++) {
                line[j].grad += gradient * row.share(i) * (j == i ? row.rest(j) : -row.share(j));
            }
        });
    }

    /** {@code d ln p_i / d x_j = 1 - p_i} for j = i and {@code -p_j} else. */
    private static Node logarithm(int i, SoftmaxRow row, Node[] line, DoubleFunction<Node> node) {
        return node.apply(row.logShare(i)).whenSending(gradient -> {
            for (int j = 0; j < line.length; j++) {
                line[j].grad += gradient * (j == i ? row.rest(j) : -row.share(j));
            }
        });
    }

    /** {@code -ln p_target}. */
    static Node crossEntropy(int target, Node[] line, DoubleFunction<Node> node) {
        SoftmaxRow row = row(line);
        return node.apply(-row.logShare(target)).whenSending(gradient -> {
            for (int j = 0; j < line.length; j++) {
                line[j].grad += gradient * (j == target ? -row.rest(j) : row.share(j));
            }
        });
    }
}
