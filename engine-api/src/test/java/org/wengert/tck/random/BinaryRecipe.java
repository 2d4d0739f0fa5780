package org.wengert.tck.random;

import java.util.List;
import java.util.stream.Stream;
import org.wengert.Shape;
import org.wengert.op.Binary;
import org.wengert.tck.Index;

/** Operations on two numbers, of arrays that broadcast. */
final class BinaryRecipe {
    private BinaryRecipe() {}

    static Stream<Node> draw(Binary op, Step step, Pool pool) {
        return pool.from(step.first())
                .filter(a -> pool.isInside(op.leftDomain(), a))
                .boxed()
                .flatMap(a -> pool.from(step.second())
                        .filter(b -> pool.broadcast(a, b) && pool.isInside(op.rightDomain(), b))
                        .mapToObj(b -> node(op, pool.nodes(), a, b)));
    }

    static Node node(Binary op, List<Node> before, int a, int b) {
        Meaning meaning = BinaryFormula.of(op);
        Shape left = before.get(a).shape();
        Shape right = before.get(b).shape();
        Shape result = Shape.broadcast(op.name(), left, right);
        return Node.of(
                op,
                before,
                i -> {
                    int[] index = Index.of(result, i);
                    int[] positions = {Index.stretched(left, index), Index.stretched(right, index)};
                    return new Term(meaning, new int[] {0, 1}, positions);
                },
                "%1$s." + op.name() + "(%2$s)",
                torch(op),
                a,
                b);
    }

    private static String torch(Binary op) {
        return switch (op.name()) {
            case "bceWithLogits" ->
                "F.binary_cross_entropy_with_logits(*torch.broadcast_tensors(%1$s, %2$s), reduction='none')";
            default -> "torch." + op.name() + "(%1$s, %2$s)";
        };
    }
}
