package org.wengert.explain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The paths from a variable to a loss. There may be exponentially many, so they are counted and added up by dynamic
 * programming, and so are the largest found: from the loss back, each value keeps the best of its ways to it.
 */
final class Paths {
    /** Beyond the logarithms of all numbers: what is zero comes after, what is not finite before all others. */
    private static final double BEYOND = 1e6;

    /** The end of a path, from some value to the loss: a factor and what follows, with the logarithm of their product. */
    private record Ending(
            double logarithm,
            Slopes.@Nullable Edge first,
            @Nullable Ending rest) {}

    private final Slopes slopes;
    private final int loss;

    Paths(Slopes slopes) {
        this.slopes = slopes;
        this.loss = slopes.values.size() - 1;
    }

    /** How many there are. */
    BigInteger count() {
        BigInteger[] counts = new BigInteger[loss + 1];
        for (int i = 0; i <= loss; i++) {
            BigInteger count = i == 0 ? BigInteger.ONE : BigInteger.ZERO;
            for (Slopes.Edge edge : slopes.into.get(i)) {
                count = count.add(counts[edge.from()]);
            }
            counts[i] = count;
        }
        return loss < 0 ? BigInteger.ZERO : counts[loss];
    }

    /** What all of them contribute together: the derivative, from the variable forward. */
    double sum() {
        double[] sums = new double[loss + 1];
        for (int i = 0; i <= loss; i++) {
            sums[i] = i == 0 ? 1 : 0;
            for (Slopes.Edge edge : slopes.into.get(i)) {
                sums[i] += sums[edge.from()] * edge.slope();
            }
        }
        return loss < 0 ? 0 : sums[loss];
    }

    /** At most so many, the largest absolute products first. */
    List<GradientPath> largest(int most) {
        List<List<Ending>> endings = new ArrayList<>(Collections.nCopies(loss + 1, List.of()));
        for (int i = loss; i >= 0; i--) {
            endings.set(i, i == loss ? List.of(new Ending(0, null, null)) : best(i, endings, most));
        }
        return loss < 0
                ? List.of()
                : endings.get(0).stream()
                        .map(Paths::factors)
                        .map(GradientPath::of)
                        .toList();
    }

    /** The best paths from a value on begin with one of its edges and go on with one of the best from there. */
    private List<Ending> best(int value, List<List<Ending>> endings, int most) {
        return slopes.outOf.get(value).stream()
                .flatMap(edge -> endings.get(edge.to()).stream()
                        .map(rest -> new Ending(logarithm(edge.slope()) + rest.logarithm(), edge, rest)))
                .sorted(Comparator.comparingDouble(Ending::logarithm).reversed())
                .limit(most)
                .toList();
    }

    private static double logarithm(double slope) {
        return slope == 0 ? -BEYOND : Double.isFinite(slope) ? Math.log(Math.abs(slope)) : BEYOND;
    }

    private static List<Factor> factors(Ending path) {
        List<Factor> factors = new ArrayList<>();
        Ending at = path;
        while (at != null && at.first() != null) {
            factors.add(at.first().factor());
            at = at.rest();
        }
        return factors;
    }
}
