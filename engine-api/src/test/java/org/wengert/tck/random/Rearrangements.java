package org.wengert.tck.random;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wengert.Shape;
import org.wengert.op.BroadcastTo;
import org.wengert.op.Gather;
import org.wengert.op.Rearrangement;
import org.wengert.op.Reshape;
import org.wengert.op.Slice;
import org.wengert.op.Transpose;
import org.wengert.tck.Index;

/** Numbers of one value in another order, repeated or left out. */
final class Rearrangements {
    private Rearrangements() {}

    static Stream<Node> reshape(Step step, Pool pool) {
        return pool.from(step.first()).mapToObj(x -> {
            Shape operand = pool.shape(x);
            int[] reversed = operand.dims();
            Arrays.setAll(reversed, axis -> operand.dim(reversed.length - 1 - axis));
            int[] sizes = switch (step.detail() % 4) {
                case 0 -> new int[] {operand.size()};
                case 1 -> new int[] {operand.size(), 1};
                case 2 -> operand.size() == 1 ? new int[0] : new int[] {1, operand.size()};
                default -> reversed;
            };
            return Node.of(
                    new Reshape(Shape.of(sizes)),
                    pool.nodes(),
                    Term::copy,
                    "%1$s.reshape(" + list(sizes) + ")",
                    "%1$s.reshape(" + tuple(sizes) + ")",
                    x);
        });
    }

    static Stream<Node> broadcastTo(Step step, Pool pool) {
        return pool.from(step.first()).mapToObj(x -> {
            Shape operand = pool.shape(x);
            boolean outer = step.detail() % 2 == 0 || operand.rank() == 0;
            int[] sizes = IntStream.concat(outer ? IntStream.of(2) : IntStream.empty(), Arrays.stream(operand.dims()))
                    .toArray();
            for (int axis = 0; axis < sizes.length; axis++) {
                sizes[axis] = sizes[axis] == 1 ? 2 + step.detail() / 2 % 2 : sizes[axis];
            }
            return moved(
                    new BroadcastTo(Shape.of(sizes)),
                    pool,
                    x,
                    index -> Index.of(operand, Index.stretched(operand, index)),
                    "%1$s.broadcastTo(Shape.of(" + list(sizes) + "))",
                    "%1$s.broadcast_to(" + tuple(sizes) + ")");
        });
    }

    static Stream<Node> slice(Step step, Pool pool) {
        return withAxes(step, pool).mapToObj(x -> {
            int axis = step.detail() % pool.shape(x).rank();
            int length = pool.shape(x).dim(axis);
            int start = step.detail() / 4 % length;
            int stop = length - step.detail() / 16 % (length - start);
            int stride = 1 + step.detail() / 64 % 2;
            return moved(
                    new Slice(axis, start, stop, stride),
                    pool,
                    x,
                    index -> with(index, axis, start + stride * index[axis]),
                    "%1$s.slice(" + list(axis, start, stop, stride) + ")",
                    "%1$s.index_select(" + axis + ", torch.arange(" + list(start, stop, stride) + "))");
        });
    }

    static Stream<Node> transpose(Step step, Pool pool) {
        return withAxes(step, pool).mapToObj(x -> {
            int rank = pool.shape(x).rank();
            int turn = step.detail() / 2;
            int[] order = new int[rank];
            Arrays.setAll(
                    order, axis -> step.detail() % 2 == 0 ? (rank - 1 - axis + turn) % rank : (axis + turn) % rank);
            return moved(
                    new Transpose(order),
                    pool,
                    x,
                    index -> {
                        int[] source = new int[rank];
                        for (int axis = 0; axis < rank; axis++) {
                            source[order[axis]] = index[axis];
                        }
                        return source;
                    },
                    "%1$s.transpose(" + list(order) + ")",
                    "%1$s.permute(" + tuple(order) + ")");
        });
    }

    static Stream<Node> gather(Step step, Pool pool) {
        return withAxes(step, pool).mapToObj(x -> {
            int axis = step.detail() % pool.shape(x).rank();
            int length = pool.shape(x).dim(axis);
            int[] indices = new int[1 + step.detail() / 4 % 3];
            Arrays.setAll(indices, i -> (step.detail() / 16 >> 2 * i) % length);
            return moved(
                    new Gather(axis, indices),
                    pool,
                    x,
                    index -> with(index, axis, indices[index[axis]]),
                    "%1$s.gather(" + axis + ", " + list(indices) + ")",
                    "%1$s.index_select(" + axis + ", torch.tensor([" + list(indices) + "]))");
        });
    }

    private static IntStream withAxes(Step step, Pool pool) {
        return pool.from(step.first()).filter(x -> pool.shape(x).rank() > 0);
    }

    private static Node moved(
            Rearrangement op, Pool pool, int x, UnaryOperator<int[]> source, String java, String torch) {
        Shape operand = pool.shape(x);
        Shape result = op.shape(operand);
        return Node.of(
                op,
                pool.nodes(),
                i -> Term.copy(Index.position(operand, source.apply(Index.of(result, i)))),
                java,
                torch,
                x);
    }

    private static int[] with(int[] index, int axis, int place) {
        int[] moved = index.clone();
        moved[axis] = place;
        return moved;
    }

    private static String list(int... numbers) {
        String text = Arrays.toString(numbers);
        return text.substring(1, text.length() - 1);
    }

    private static String tuple(int... numbers) {
        return "(" + list(numbers) + (numbers.length == 1 ? ",)" : ")");
    }
}
