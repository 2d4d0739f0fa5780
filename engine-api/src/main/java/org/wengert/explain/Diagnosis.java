package org.wengert.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.wengert.Graph;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Binary;
import org.wengert.op.Unary;

/** Says why a gradient is zero, huge or no number. */
final class Diagnosis {
    private static final double SMALL = 1e-6;
    private static final double LARGE = 1e6;
    private static final int MOST_NAMED = 3;

    private final Slopes slopes;
    private final double gradient;

    Diagnosis(Slopes slopes, double gradient) {
        this.slopes = slopes;
        this.gradient = gradient;
    }

    /** What happened, unless the gradient is an ordinary number. */
    Optional<Verdict> verdict(Value loss, Value variable) {
        if (slopes.values.isEmpty()) {
            return Optional.of(absent(loss, variable));
        }
        List<Factor> cuts = cuts();
        if (!Double.isFinite(gradient)) {
            return Optional.of(notFinite());
        }
        if (gradient == 0 && !cuts.isEmpty()) {
            return Optional.of(new Verdict(Verdict.Kind.ZERO_SLOPE, results(cuts), "it is zero: " + reasons(cuts)));
        }
        List<Factor> strongest = new Paths(slopes).largest(1).get(0).factors();
        double product = GradientPath.of(strongest).product();
        if (gradient == 0 && Math.abs(product) >= Double.MIN_NORMAL) {
            return Optional.of(new Verdict(
                    Verdict.Kind.CANCELLED, List.of(), "it is zero: what the paths contribute adds up to zero"));
        }
        if (Math.abs(gradient) < SMALL) {
            Factor least = extreme(strongest, Comparator.naturalOrder());
            return Optional.of(new Verdict(
                    Verdict.Kind.VANISHED,
                    List.of(least.to()),
                    "it is " + Words.number(gradient) + ": " + reason(least) + ", the smallest on the largest path"));
        }
        if (Math.abs(gradient) > LARGE) {
            Factor most = extreme(strongest, Comparator.reverseOrder());
            return Optional.of(new Verdict(
                    Verdict.Kind.HUGE,
                    List.of(most.to()),
                    "it is huge: " + reason(most) + ", the largest on the largest path"));
        }
        return Optional.empty();
    }

    private static Verdict absent(Value loss, Value variable) {
        double number = variable.item();
        for (Value value : Graph.operandsFirst(loss)) {
            boolean constant = value.op().isEmpty() && !(value instanceof Variable);
            if (constant && value.shape().isScalar() && Double.compare(value.item(), number) == 0) {
                String text = "it is zero: cut by a constant, which holds the number of " + Words.name(variable)
                        + " but not where it came from";
                return new Verdict(Verdict.Kind.CUT, List.of(value), text);
            }
        }
        String text = "it is zero: " + Words.name(variable) + " is never used in making " + Words.name(loss);
        return new Verdict(Verdict.Kind.UNUSED, List.of(), text);
    }

    private Verdict notFinite() {
        List<Factor> wrong = factors(edge -> !Double.isFinite(edge.slope()));
        String text = "it is " + Words.number(gradient) + ": "
                + (wrong.isEmpty() ? "the product of slopes overflows" : reason(wrong.get(0)));
        return new Verdict(Verdict.Kind.NOT_FINITE, wrong.isEmpty() ? List.of() : results(wrong.subList(0, 1)), text);
    }

    /** Where all that comes from the variable meets a slope of zero for the first time; none if something gets through. */
    private List<Factor> cuts() {
        boolean[] reached = new boolean[slopes.values.size()];
        reached[0] = true;
        for (int i = 0; i < reached.length; i++) {
            for (Slopes.Edge edge : slopes.into.get(i)) {
                reached[i] |= reached[edge.from()] && edge.slope() != 0;
            }
        }
        return reached[reached.length - 1] ? List.of() : factors(edge -> reached[edge.from()] && edge.slope() == 0);
    }

    private List<Factor> factors(Predicate<Slopes.Edge> which) {
        return slopes.into.stream()
                .flatMap(List::stream)
                .filter(which)
                .map(Slopes.Edge::factor)
                .collect(Collectors.toList());
    }

    private static Factor extreme(List<Factor> factors, Comparator<Double> order) {
        return factors.stream()
                .min(Comparator.comparing(factor -> Math.abs(factor.slope()), order))
                .orElseThrow();
    }

    private static List<Value> results(List<Factor> factors) {
        return factors.stream().map(Factor::to).distinct().toList();
    }

    private static String reasons(List<Factor> factors) {
        List<String> reasons = new ArrayList<>();
        factors.stream().limit(MOST_NAMED).map(Diagnosis::reason).forEach(reasons::add);
        if (factors.size() > MOST_NAMED) {
            reasons.add("and " + (factors.size() - MOST_NAMED) + " more");
        }
        return String.join("; ", reasons);
    }

    /** What an operation does to a gradient: {@code dead relu at h: its input is -1.5 and its slope 0}. */
    private static String reason(Factor factor) {
        double slope = factor.slope();
        String what = slope == 0 && factor.op() == Binary.MUL
                ? "product with 0"
                : adjective(factor) + factor.op().name();
        return String.format(
                Locale.ROOT,
                "%s at %s: its input is %s and its slope %s",
                what,
                Words.name(factor.to()),
                Words.number(factor.from().item()),
                Words.number(slope));
    }

    private static String adjective(Factor factor) {
        if (factor.op() == Unary.RELU && factor.slope() == 0) {
            return "dead ";
        }
        boolean bounded = factor.op() == Unary.TANH || factor.op() == Unary.SIGMOID;
        return bounded && Math.abs(factor.slope()) < 0.01 ? "saturated " : "";
    }
}
