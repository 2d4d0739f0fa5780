package org.wengert.tck.random;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wengert.Shape;
import org.wengert.op.CrossEntropy;

/** Cross-entropy of one sample or several. */
final class CrossEntropyRecipe {
    private CrossEntropyRecipe() {}

    static Stream<Node> draw(Step step, Pool pool) {
        return pool.from(step.first())
                .filter(x -> pool.shape(x).rank() == 1 || pool.shape(x).rank() == 2)
                .mapToObj(x -> node(step.detail(), pool, x));
    }

    private static Node node(int detail, Pool pool, int x) {
        Shape logits = pool.shape(x);
        int classes = logits.dim(logits.rank() - 1);
        int[] targets = new int[logits.size() / classes];
        Arrays.setAll(targets, sample -> (detail >> sample % 10) % classes);
        String list = Arrays.stream(targets).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return Node.of(
                new CrossEntropy(targets),
                pool.nodes(),
                sample -> Term.of(RowFormula.CROSS_ENTROPY, row(sample, classes, targets[sample])),
                "%1$s.crossEntropy(" + list + ")",
                "F.cross_entropy(%1$s, torch.tensor(" + (logits.rank() == 1 ? list : "[" + list + "]")
                        + "), reduction='none')",
                x);
    }

    /** The places of a sample's logits, beginning with the target's and going round. */
    private static int[] row(int sample, int classes, int target) {
        return IntStream.range(target, target + classes)
                .map(place -> sample * classes + place % classes)
                .toArray();
    }
}
