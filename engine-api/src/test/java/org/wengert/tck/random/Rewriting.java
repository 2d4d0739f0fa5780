package org.wengert.tck.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.wengert.Shape;
import org.wengert.op.Binary;
import org.wengert.tck.Index;

/**
 * The same expression written in another way.
 *
 * @param expression what it has become
 * @param places     where each value of the original has gone
 * @param stretched  leaves that stand for others, stretched
 */
public record Rewriting(Expression expression, int[] places, List<Stretched> stretched) {
    /**
     * A leaf that stands for a variable of the original in one place where an operation stretches it.
     *
     * @param variable of the original
     * @param place    of the leaf in the new expression
     * @param sources  which number of the variable each of its numbers is
     */
    public record Stretched(int variable, int place, int... sources) {}

    /** Recorded in another order, at random among those in which operands come first. */
    public static Rewriting reordered(Expression original, Random random) {
        List<Node> nodes = original.nodes();
        Builder builder = new Builder(original);
        List<Integer> waiting = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            waiting.add(i);
        }
        while (!waiting.isEmpty()) {
            List<Integer> ready = waiting.stream().filter(builder::isReady).toList();
            Integer next = ready.get(random.nextInt(ready.size()));
            waiting.remove(next);
            builder.append(next, nodes.get(next));
        }
        return builder.result();
    }

    /** With a leaf of its own, of the result's shape, wherever a binary operation stretches a variable. */
    public static Rewriting stretched(Expression original) {
        Builder builder = new Builder(original);
        for (int i = 0; i < original.nodes().size(); i++) {
            Node node = original.nodes().get(i);
            boolean binary = node.op().filter(Binary.class::isInstance).isPresent();
            builder.append(i, node, binary ? builder.stretch(node) : builder.moved(node));
        }
        return builder.result();
    }

    /** Collects values, and where they have gone. */
    private static final class Builder {
        private final Expression original;
        private final List<Node> nodes = new ArrayList<>();
        private final int[] places;
        private final List<Stretched> stretched = new ArrayList<>();

        Builder(Expression original) {
            this.original = original;
            places = new int[original.nodes().size()];
            Arrays.fill(places, -1);
        }

        boolean isReady(int index) {
            return original.nodes().get(index).operands().stream().allMatch(operand -> places[operand] >= 0);
        }

        void append(int index, Node node) {
            append(index, node, moved(node));
        }

        void append(int index, Node node, List<Integer> operands) {
            places[index] = nodes.size();
            nodes.add(node.on(operands));
        }

        List<Integer> moved(Node node) {
            return node.operands().stream().map(operand -> places[operand]).toList();
        }

        List<Integer> stretch(Node node) {
            return node.operands().stream()
                    .map(operand -> {
                        Node leaf = original.nodes().get(operand);
                        boolean stretches = leaf.variable() && !leaf.shape().equals(node.shape());
                        return stretches ? stretch(operand, leaf, node.shape()) : places[operand];
                    })
                    .toList();
        }

        private int stretch(int variable, Node leaf, Shape shape) {
            int[] sources = new int[shape.size()];
            double[] numbers = new double[shape.size()];
            for (int i = 0; i < sources.length; i++) {
                sources[i] = Index.stretched(leaf.shape(), Index.of(shape, i));
                numbers[i] = leaf.numbers()[sources[i]];
            }
            stretched.add(new Stretched(variable, nodes.size(), sources));
            nodes.add(leaf.leafLike(shape, numbers));
            return nodes.size() - 1;
        }

        Rewriting result() {
            return new Rewriting(new Expression(nodes, places[original.root()]), places, stretched);
        }
    }
}
