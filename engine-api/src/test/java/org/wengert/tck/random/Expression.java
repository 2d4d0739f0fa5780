package org.wengert.tck.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Values made of values before them.
 *
 * @param nodes in the order of recording
 * @param root  which of them is differentiated; it depends on all operations, but not on a leaf that none uses
 */
public record Expression(List<Node> nodes, int root) {
    /** Numbers without a pattern that a wrong gradient could follow; 1 for a single one. */
    public static double[] weights(int size) {
        double[] weights = new double[size];
        Arrays.setAll(weights, i -> 1 - 0.375 * (i % 7) + 0.125 * Math.floorDiv(i, 7));
        return weights;
    }

    /** The upstream gradient of the root. */
    public double[] seed() {
        return weights(nodes.get(root).shape().size());
    }

    /** Which values are variables. */
    public List<Integer> variables() {
        List<Integer> variables = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).variable()) {
                variables.add(i);
            }
        }
        return variables;
    }

    /** How often each number of each value is used in making others. */
    int[][] uses() {
        int[][] uses = new int[nodes.size()][];
        Arrays.setAll(uses, i -> new int[nodes.get(i).shape().size()]);
        for (Node node : nodes) {
            for (int i = 0; i < node.shape().size() && !node.isLeaf(); i++) {
                Term term = node.meaning().apply(i);
                for (int j = 0; j < term.slots().length; j++) {
                    uses[node.operands().get(term.slots()[j])][term.positions()[j]]++;
                }
            }
        }
        return uses;
    }

    /** The same with other numbers in its variables, in the order of {@link #variables()}. */
    public Expression at(List<double[]> numbers) {
        List<Node> changed = new ArrayList<>(nodes);
        Iterator<double[]> next = numbers.iterator();
        variables()
                .forEach(v -> changed.set(v, nodes.get(v).leafLike(nodes.get(v).shape(), next.next())));
        return new Expression(changed, root);
    }
}
