package org.wengert.explain;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The paths from a variable to a loss. There may be exponentially many, so they are counted and added up by dynamic
 * programming, and only the largest are looked for, best first.
 */
final class Paths {
    /** Beyond the logarithms of all numbers: what is zero comes after, what is not finite before all others. */
    private static final double BEYOND = 1e6;

    /** The beginning of a path, with the logarithm of the largest product that it can have. */
    private record Beginning(
            int at,
            double logarithm,
            double bound,
            Slopes.@Nullable Edge last,
            @Nullable Beginning before) {}

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
        List<GradientPath> found = new ArrayList<>();
        if (loss < 0) {
            return found;
        }
        double[] best = best();
        PriorityQueue<Beginning> open =
                new PriorityQueue<>(Comparator.comparingDouble(Beginning::bound).reversed());
        open.add(new Beginning(0, 0, best[0], null, null));
        while (!open.isEmpty() && found.size() < most) {
            Beginning path = open.remove();
            if (path.at() == loss) {
                found.add(GradientPath.of(factors(path)));
            }
            for (Slopes.Edge edge : slopes.outOf.get(path.at())) {
                double logarithm = path.logarithm() + logarithm(edge.slope());
                open.add(new Beginning(edge.to(), logarithm, logarithm + best[edge.to()], edge, path));
            }
        }
        return found;
    }

    /** The logarithm of the largest product from each value on to the loss. */
    private double[] best() {
        double[] best = new double[loss + 1];
        Arrays.fill(best, 0, loss, Double.NEGATIVE_INFINITY);
        for (int i = loss; i > 0; i--) {
            for (Slopes.Edge edge : slopes.into.get(i)) {
                best[edge.from()] = Math.max(best[edge.from()], best[i] + logarithm(edge.slope()));
            }
        }
        return best;
    }

    private static double logarithm(double slope) {
        return slope == 0 ? -BEYOND : Double.isFinite(slope) ? Math.log(Math.abs(slope)) : BEYOND;
    }

    private static List<Factor> factors(Beginning path) {
        Deque<Factor> factors = new ArrayDeque<>();
        Beginning at = path;
        while (at != null && at.last() != null) {
            factors.push(at.last().factor());
            at = at.before();
        }
        return List.copyOf(factors);
    }
}
