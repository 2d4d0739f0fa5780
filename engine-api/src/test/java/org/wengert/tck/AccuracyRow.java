package org.wengert.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The largest errors of an operation, and whether they are within its bound. */
public final class AccuracyRow {
    /** The largest error of many, in units in the last place, and where it was. */
    public static final class Worst {
        private double ulps;
        private String at = "";

        void add(double error, Supplier<String> where) {
            if (error > ulps) {
                ulps = error;
                at = where.get();
            }
        }

        /** Units in the last place; infinite where a number is not finite and should be, or the other way round. */
        public double ulps() {
            return ulps;
        }

        /** The point, what is exact there and what the engine gave; empty if there was no error. */
        public String at() {
            return at;
        }
    }

    private final String operation;
    private final AccuracyBounds.Bound bound;
    private final Worst value = new Worst();
    private final List<Worst> partials = new ArrayList<>();
    private int points;
    private Optional<String> error = Optional.empty();

    AccuracyRow(String operation) {
        this.operation = operation;
        bound = AccuracyBounds.of(operation);
    }

    void tried(int count) {
        points += count;
    }

    void failed(String what) {
        error = error.or(() -> Optional.of(what));
    }

    Worst partial(int operand) {
        while (partials.size() <= operand) {
            partials.add(new Worst());
        }
        return partials.get(operand);
    }

    /** The operation's name. */
    public String operation() {
        return operation;
    }

    /** What it is held to. */
    public AccuracyBounds.Bound bound() {
        return bound;
    }

    /** At how many points it was tried; of a structural operation, on how many arrays. */
    public int points() {
        return points;
    }

    /** The largest error of a value. */
    public Worst value() {
        return value;
    }

    /** The largest error of a partial derivative, by operand; empty if none could be computed. */
    public List<Worst> partials() {
        return List.copyOf(partials);
    }

    /** The largest error of any partial derivative. */
    public double partial() {
        return partials.stream().mapToDouble(Worst::ulps).max().orElse(0);
    }

    /** The largest error of all. */
    double largest() {
        return Math.max(value.ulps, partial());
    }

    /** The largest error and what it is held to. */
    String inWords() {
        boolean ofValue = value.ulps >= partial();
        return String.format(
                Locale.ROOT,
                "%.2f ULP of %.2f allowed, in %s of %s",
                largest(),
                ofValue ? bound.value() : bound.partial(),
                ofValue ? "the value" : "a derivative",
                operation);
    }

    /** What is wrong, in one line: an error that the engine threw, or the number that is furthest out of bounds. */
    public Optional<String> failure() {
        if (error.isPresent()) {
            return error.map(what -> operation + ": the engine threw " + what);
        }
        if (isOutside(value, bound.value())) {
            return Optional.of(outside("value", value, bound.value()));
        }
        for (int k = 0; k < partials.size(); k++) {
            if (isOutside(partials.get(k), bound.partial())) {
                String name = partials.size() == 1 ? "derivative" : "derivative by operand " + (k + 1);
                return Optional.of(outside(name, partials.get(k), bound.partial()));
            }
        }
        return Optional.empty();
    }

    /** With room for what the comparison itself rounds. */
    private static boolean isOutside(Worst worst, double allowed) {
        return worst.ulps > allowed * (1 + 1e-9);
    }

    private String outside(String what, Worst worst, double allowed) {
        return operation + ": " + what + " at " + worst.at + ", which is off by "
                + String.format(Locale.ROOT, "%.3g", worst.ulps) + " ULP where " + allowed + " are allowed";
    }
}
