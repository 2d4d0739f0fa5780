package org.wengert.tck.random;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wengert.Shape;
import org.wengert.op.Concat;
import org.wengert.tck.Index;

/** Two values one after another, or three with the first once more. */
final class ConcatRecipe {
    private ConcatRecipe() {}

    static Stream<Node> draw(Step step, Pool pool) {
        return pool.from(step.first())
                .filter(a -> pool.shape(a).rank() > 0)
                .boxed()
                .flatMap(a -> {
                    int axis = step.detail() % pool.shape(a).rank();
                    return pool.from(step.second())
                            .filter(b -> fit(pool.shape(a), pool.shape(b), axis))
                            .mapToObj(b ->
                                    step.detail() / 4 % 3 == 2 ? node(pool, axis, a, b, a) : node(pool, axis, a, b));
                });
    }

    private static boolean fit(Shape a, Shape b, int axis) {
        return a.rank() == b.rank()
                && IntStream.range(0, a.rank()).allMatch(other -> other == axis || a.dim(other) == b.dim(other));
    }

    private static Node node(Pool pool, int axis, int... parts) {
        Concat op = new Concat(axis);
        Shape result = op.shape(IntStream.of(parts).mapToObj(pool::shape).toArray(Shape[]::new));
        String names = parts.length == 2 ? "%1$s, %2$s" : "%1$s, %2$s, %3$s";
        return Node.of(
                op,
                pool.nodes(),
                i -> {
                    int[] index = Index.of(result, i);
                    int slot = 0;
                    while (index[axis] >= pool.shape(parts[slot]).dim(axis)) {
                        index[axis] -= pool.shape(parts[slot++]).dim(axis);
                    }
                    return Term.copy(slot, Index.position(pool.shape(parts[slot]), index));
                },
                "engine.concat(" + axis + ", " + names + ")",
                "torch.cat([" + names + "], " + axis + ")",
                parts);
    }
}
