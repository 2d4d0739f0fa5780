package org.wengert.tck.random;

import java.util.Arrays;
import java.util.stream.Stream;
import org.wengert.Shape;
import org.wengert.op.Linear;

/** The linear part of a layer: inputs, weights and a bias that fit. */
final class LinearRecipe {
    private LinearRecipe() {}

    static Stream<Node> draw(Step step, Pool pool) {
        return pool.from(step.first())
                .filter(x -> isMatrixOrVector(pool.shape(x)))
                .boxed()
                .flatMap(x -> pool.from(step.second())
                        .filter(w -> isMatrixOrVector(pool.shape(w)) && inputs(pool.shape(w)) == inputs(pool.shape(x)))
                        .boxed()
                        .flatMap(w -> pool.from(step.second() + 1)
                                .filter(b -> pool.shape(b).equals(bias(pool.shape(w))))
                                .mapToObj(b -> node(pool, x, w, b))));
    }

    private static boolean isMatrixOrVector(Shape shape) {
        return shape.rank() == 1 || shape.rank() == 2;
    }

    private static int inputs(Shape shape) {
        return shape.dim(shape.rank() - 1);
    }

    private static Shape bias(Shape weights) {
        return weights.rank() == 1 ? Shape.SCALAR : Shape.of(weights.dim(0));
    }

    private static Node node(Pool pool, int x, int w, int b) {
        boolean many = pool.shape(w).rank() == 2;
        int inner = inputs(pool.shape(w));
        int outputs = pool.shape(b).size();
        return Node.of(
                Linear.LAYER,
                pool.nodes(),
                result -> term(result / outputs, result % outputs, inner),
                "%1$s.linear(%2$s, %3$s)",
                "%1$s @ " + (many ? "%2$s.T" : "%2$s") + " + %3$s",
                x,
                w,
                b);
    }

    /** The numbers of a sample, those of the weights of one output, and its bias. */
    private static Term term(int sample, int output, int inner) {
        int[] slots = new int[2 * inner + 1];
        int[] positions = new int[2 * inner + 1];
        Arrays.fill(slots, inner, 2 * inner, 1);
        for (int k = 0; k < inner; k++) {
            positions[k] = sample * inner + k;
            positions[inner + k] = output * inner + k;
        }
        slots[2 * inner] = 2;
        positions[2 * inner] = output;
        return new Term(RowFormula.DOT_AND_BIAS.meaning(), slots, positions);
    }
}
