package org.wengert.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hipparchus.dfp.Dfp;

/**
 * What must come out of a {@link Sample}: every number of the result and of each operand's gradient by definition, and the
 * sizes that their errors are measured by.
 */
final class ExactSample {
    /** A relative change of an operand that is far below any rounding and far above the sixtieth digit. */
    private static final Dfp CHANGE = Exact.FIELD.newDfp("1e-20");

    /** Sums and differences of numbers of size 1 may leave this in sixty digits where they come to nothing. */
    private static final Dfp NOTHING = Exact.FIELD.newDfp("1e-30");

    /** Exact numbers, and the size of the largest part of each. */
    private static final class Numbers {
        final Dfp[] exact;
        final Dfp[] parts;

        Numbers(int count) {
            exact = new Dfp[count];
            parts = new Dfp[count];
            Arrays.fill(exact, Exact.FIELD.getZero());
            Arrays.fill(parts, Exact.FIELD.getZero());
        }

        /** Adds a term of a sum. */
        void add(int i, Dfp term) {
            exact[i] = exact[i].add(term);
            parts[i] = parts[i].add(term.abs());
        }

        /** Takes note of a part that may be larger than what it is part of. */
        void part(int i, Dfp part) {
            parts[i] = part.abs().greaterThan(parts[i]) ? part.abs() : parts[i];
        }
    }

    private final Sample sample;
    private final List<Dfp[]> operands;
    private final List<Derivation.Result> results;
    private final Numbers values;
    private final List<Numbers> gradients = new ArrayList<>();

    private ExactSample(Sample sample) {
        this.sample = sample;
        operands = sample.data().stream()
                .map(numbers ->
                        Arrays.stream(numbers).mapToObj(Exact.FIELD::newDfp).toArray(Dfp[]::new))
                .collect(Collectors.toList());
        results = derive(operands);
        values = new Numbers(results.size());
        operands.forEach(operand -> gradients.add(new Numbers(operand.length)));
    }

    /** Evaluates the definition, and near each point too where the bound is one for parts. */
    static Expected of(Precision precision, Sample sample) {
        ExactSample exact = new ExactSample(sample);
        boolean ofParts = AccuracyBounds.of(sample.name()).ofParts();
        exact.measure();
        if (ofParts && sample.isElementwise()) {
            exact.measureSlopes();
        }
        return new Expected(
                sample,
                exact.rounded(precision, exact.values, ofParts),
                exact.gradients.stream()
                        .map(gradient -> exact.rounded(precision, gradient, ofParts))
                        .collect(Collectors.toList()));
    }

    private List<Derivation.Result> derive(List<Dfp[]> at) {
        return Derivation.of(sample.op(), sample.shapes(), sample.shape(), at);
    }

    private void measure() {
        for (int i = 0; i < results.size(); i++) {
            Dfp seed = Exact.FIELD.newDfp(sample.seed()[i]);
            Dfp part = Exact.FIELD.getZero();
            values.add(i, results.get(i).value());
            for (Derivation.Share share : results.get(i).shares()) {
                gradients.get(share.operand()).add(share.number(), share.slope().multiply(seed));
                part = part.add(share.slope()
                        .multiply(operands.get(share.operand())[share.number()])
                        .abs());
            }
            values.part(i, part);
        }
    }

    /** The parts of a slope: how much it changes with each operand, relative to the operand. */
    private void measureSlopes() {
        for (int k = 0; k < operands.size(); k++) {
            List<Dfp[]> moved = new ArrayList<>(operands);
            moved.set(
                    k,
                    Arrays.stream(operands.get(k))
                            .map(x -> x.add(x.multiply(CHANGE)))
                            .toArray(Dfp[]::new));
            List<Derivation.Result> there = derive(moved);
            for (int i = 0; i < results.size(); i++) {
                for (int operand = 0; operand < operands.size(); operand++) {
                    Dfp before = results.get(i).shares().get(operand).slope();
                    Dfp after = there.get(i).shares().get(operand).slope();
                    gradients.get(operand).part(i, after.subtract(before).divide(CHANGE));
                }
            }
        }
    }

    private ExactNumber[] rounded(Precision precision, Numbers numbers, boolean ofParts) {
        ExactNumber[] rounded = new ExactNumber[numbers.exact.length];
        for (int i = 0; i < rounded.length; i++) {
            Dfp size = ofParts ? numbers.parts[i] : numbers.exact[i];
            boolean nothing = !sample.isElementwise() && size.abs().lessThan(NOTHING);
            rounded[i] = ExactNumber.of(precision, numbers.exact[i], nothing ? NOTHING : size);
        }
        return rounded;
    }
}
