package org.wengert.tck.random;

import java.util.Arrays;
import java.util.stream.Stream;
import org.wengert.op.SquaredError;

/** Squares of differences of two values of one shape, which may be the same value. */
final class SquaredErrorRecipe {
    private SquaredErrorRecipe() {}

    static Stream<Node> draw(Step step, Pool pool) {
        SquaredError op = step.detail() % 2 == 0 ? SquaredError.SUM : SquaredError.MEAN;
        return pool.from(step.first())
                .boxed()
                .flatMap(x -> pool.from(step.second())
                        .filter(t -> pool.shape(t).equals(pool.shape(x)))
                        .mapToObj(t -> node(op, pool, x, t)));
    }

    private static Node node(SquaredError op, Pool pool, int x, int t) {
        int n = pool.shape(x).size();
        RowFormula formula = op.mean() ? RowFormula.MEAN_OF_SQUARES : RowFormula.SUM_OF_SQUARES;
        int[] slots = new int[2 * n];
        int[] positions = new int[2 * n];
        Arrays.fill(slots, n, 2 * n, 1);
        Arrays.setAll(positions, i -> i % n);
        return Node.of(
                op,
                pool.nodes(),
                result -> new Term(formula.meaning(), slots, positions),
                "%1$s." + op.name() + "(%2$s)",
                "F.mse_loss(%1$s, %2$s, reduction='" + (op.mean() ? "mean" : "sum") + "')",
                x,
                t);
    }
}
