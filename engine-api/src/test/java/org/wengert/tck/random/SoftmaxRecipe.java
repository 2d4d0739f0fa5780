package org.wengert.tck.random;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wengert.Shape;
import org.wengert.op.Softmax;
import org.wengert.tck.Index;

/** Softmax and its logarithm along an axis. */
final class SoftmaxRecipe {
    private SoftmaxRecipe() {}

    static Stream<Node> draw(Step step, Pool pool) {
        return pool.from(step.first())
                .filter(x -> pool.shape(x).rank() > 0)
                .mapToObj(x -> node(step.detail(), pool, x));
    }

    private static Node node(int detail, Pool pool, int x) {
        Shape shape = pool.shape(x);
        boolean logarithmic = detail % 2 == 1;
        int axis = detail / 2 % shape.rank();
        return Node.of(
                new Softmax(axis, logarithmic),
                pool.nodes(),
                i -> Term.of(logarithmic ? RowFormula.LOG_SOFTMAX : RowFormula.SOFTMAX, row(shape, axis, i)),
                "%1$s." + (logarithmic ? "logSoftmax(" : "softmax(") + axis + ")",
                "%1$s." + (logarithmic ? "log_softmax(" : "softmax(") + axis + ")",
                x);
    }

    /** The places along the axis through a number, beginning with its own and going round. */
    private static int[] row(Shape shape, int axis, int i) {
        int[] index = Index.of(shape, i);
        int own = index[axis];
        int length = shape.dim(axis);
        return IntStream.range(own, own + length)
                .map(place -> {
                    index[axis] = place % length;
                    return Index.position(shape, index);
                })
                .toArray();
    }
}
