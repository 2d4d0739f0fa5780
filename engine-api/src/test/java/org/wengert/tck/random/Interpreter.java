package org.wengert.tck.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.wengert.Shape;
import org.wengert.op.Binary;
import org.wengert.op.Reduce;

/** Makes an expression of a program, instruction by instruction. */
final class Interpreter {
    private final Leaves leaves;
    private final Pool pool;

    private Interpreter(Leaves leaves, Judge judge) {
        this.leaves = leaves;
        pool = new Pool(judge);
    }

    static Expression run(Program program, Leaves leaves, Judge judge) {
        Interpreter interpreter = new Interpreter(leaves, judge);
        program.steps().forEach(interpreter::step);
        if (interpreter.pool.size() == 0) {
            interpreter.pool.add(Node.leaf(true, Shape.SCALAR, 1));
        }
        return interpreter.finish();
    }

    /** Says whether anything was made. */
    private boolean step(Step step) {
        if (step.what() < Step.OPERATIONS) {
            return pool.add(leaves.of(step));
        }
        return Recipes.of(step.what() - Step.OPERATIONS).draw(step, pool).anyMatch(pool::add);
    }

    /** One root of all values that nothing was made of: equal shapes added up, then weighted, and the sums added. */
    private Expression finish() {
        List<Node> nodes = new ArrayList<>(pool.nodes());
        Finish finish = new Finish(nodes);
        Map<Shape, Integer> totals = new LinkedHashMap<>();
        ends().forEach(end -> totals.merge(nodes.get(end).shape(), end, finish::add));
        int root = totals.size() == 1
                ? totals.values().iterator().next()
                : totals.values().stream()
                        .map(finish::weighted)
                        .reduce(finish::add)
                        .orElseThrow();
        return new Expression(nodes, root);
    }

    /** Values that nothing was made of, leaves only if there is nothing else. */
    private List<Integer> ends() {
        boolean[] used = new boolean[pool.size()];
        pool.nodes().forEach(node -> node.operands().forEach(operand -> used[operand] = true));
        List<Integer> ends =
                IntStream.range(0, used.length).filter(i -> !used[i]).boxed().toList();
        List<Integer> results =
                ends.stream().filter(i -> !pool.nodes().get(i).isLeaf()).toList();
        return results.isEmpty() ? ends : results;
    }

    /** Operations that are added whatever their numbers. */
    private record Finish(List<Node> nodes) {
        int weighted(int value) {
            Shape shape = nodes.get(value).shape();
            if (shape.isScalar()) {
                return value;
            }
            nodes.add(Node.leaf(false, shape, Expression.weights(shape.size())));
            int product = append(BinaryRecipe.node(Binary.MUL, nodes, value, nodes.size() - 1));
            return append(ReduceRecipe.node(new Reduce(Reduce.Kind.SUM, false), nodes, product));
        }

        int add(int left, int right) {
            return append(BinaryRecipe.node(Binary.ADD, nodes, left, right));
        }

        private int append(Node node) {
            nodes.add(node);
            return nodes.size() - 1;
        }
    }
}
