package org.wengert.tck.random;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wengert.Shape;
import org.wengert.op.MatMul;

/** Products of matrices and vectors, transposed or not, whichever fits. */
final class MatMulRecipe {
    private MatMulRecipe() {}

    static Stream<Node> draw(Step step, Pool pool) {
        return pool.from(step.first())
                .filter(a -> isMatrixOrVector(pool.shape(a)))
                .boxed()
                .flatMap(a -> pool.from(step.second())
                        .filter(b -> isMatrixOrVector(pool.shape(b)))
                        .boxed()
                        .flatMap(b -> IntStream.range(step.detail(), step.detail() + 4)
                                .mapToObj(bits -> new MatMul((bits & 1) == 1, (bits & 2) == 2))
                                .filter(op -> fit(op, pool.shape(a), pool.shape(b)))
                                .map(op -> node(op, pool, a, b))));
    }

    private static boolean isMatrixOrVector(Shape shape) {
        return shape.rank() == 1 || shape.rank() == 2;
    }

    private static boolean fit(MatMul op, Shape a, Shape b) {
        int inner = a.dim(a.rank() == 2 && !op.transposeLeft() ? 1 : 0);
        return inner == b.dim(b.rank() == 2 && op.transposeRight() ? 1 : 0);
    }

    private static Node node(MatMul op, Pool pool, int a, int b) {
        Shape left = pool.shape(a);
        Shape right = pool.shape(b);
        boolean leftT = op.transposeLeft() && left.rank() == 2;
        boolean rightT = op.transposeRight() && right.rank() == 2;
        int rows = left.rank() == 1 ? 1 : left.dim(leftT ? 1 : 0);
        int columns = right.rank() == 1 ? 1 : right.dim(rightT ? 0 : 1);
        int inner = left.size() / rows;
        return Node.of(
                op,
                pool.nodes(),
                result -> {
                    int i = result / columns;
                    int j = result % columns;
                    int[] slots = new int[2 * inner];
                    int[] positions = new int[2 * inner];
                    for (int k = 0; k < inner; k++) {
                        positions[k] = leftT ? k * rows + i : i * inner + k;
                        slots[inner + k] = 1;
                        positions[inner + k] = rightT ? j * inner + k : k * columns + j;
                    }
                    return new Term(RowFormula.DOT.meaning(), slots, positions);
                },
                "%1$s.matmul(%2$s, " + op.transposeLeft() + ", " + op.transposeRight() + ")",
                (leftT ? "%1$s.T" : "%1$s") + " @ " + (rightT ? "%2$s.T" : "%2$s"),
                a,
                b);
    }
}
