package org.wengert.tck.random;

import java.util.Arrays;
import java.util.stream.Stream;
import org.wengert.Shape;
import org.wengert.op.Where;
import org.wengert.tck.Index;

/** A choice between two values that broadcast, by a mask of the result's shape or of its last axis. */
final class WhereRecipe {
    private WhereRecipe() {}

    static Stream<Node> draw(Step step, Pool pool) {
        return pool.from(step.first())
                .boxed()
                .flatMap(a -> pool.from(step.second())
                        .filter(b -> pool.broadcast(a, b))
                        .mapToObj(b -> node(step.detail(), pool, a, b)));
    }

    private static Node node(int detail, Pool pool, int a, int b) {
        Shape[] operands = {pool.shape(a), pool.shape(b)};
        Shape result = Shape.broadcast("where", operands[0], operands[1]);
        boolean whole = detail % 2 == 0 || result.rank() < 2;
        Shape shape = whole ? result : Shape.of(result.dim(result.rank() - 1));
        boolean[] mask = new boolean[shape.size()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (detail / 2 >> i % 10 & 1) == 0;
        }
        String bits = Arrays.toString(mask);
        String inside = bits.substring(1, bits.length() - 1);
        String sizes = Arrays.toString(shape.dims());
        return Node.of(
                new Where(shape, mask),
                pool.nodes(),
                i -> {
                    int[] index = Index.of(result, i);
                    int slot = mask[Index.stretched(shape, index)] ? 0 : 1;
                    return Term.copy(slot, Index.stretched(operands[slot], index));
                },
                "%1$s.where(Shape.of(" + sizes.substring(1, sizes.length() - 1) + "), new boolean[] {" + inside
                        + "}, %2$s)",
                "torch.where(torch.tensor([" + inside.replace("true", "True").replace("false", "False") + "]).reshape("
                        + sizes + "), %1$s, %2$s)",
                a,
                b);
    }
}
