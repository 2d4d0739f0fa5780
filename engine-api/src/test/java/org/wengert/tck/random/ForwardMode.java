package org.wengert.tck.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.Gradient;

/**
 * The derivatives of all values of an expression by all numbers of its variables, forward, by an independent library; and
 * beside each number a bound on what an engine's may be off by, to first order in the roundings.
 *
 * <p>A value is off by what its operands are off by, times the slopes, and its own roundings. A slope is off by what the
 * operands are off by, times the curvature, by its own roundings, and by all of a jump that the operands' errors reach.
 * A derivative is off by the errors of slopes and of the derivatives they are multiplied by, and by one rounding for each
 * of the two and for each share that a reverse sweep adds up there. A reverse sweep multiplies and adds along the same
 * edges, so its error has the same terms: error of an edge, times what leads to it, times what leads on.
 */
public final class ForwardMode {
    /** By how much a slope may change, in parts of itself and of 1, within a stretch that counts as smooth. */
    private static final double STEADY = 0.1;

    private final Expression expression;
    private final Rounding rounding;
    private final boolean shifted;
    private final int[][] uses;
    private final int[] starts;
    private final int inputs;
    private final List<Gradient[]> numbers = new ArrayList<>();
    private final List<double[]> errors = new ArrayList<>();
    private final List<double[][]> slopeErrors = new ArrayList<>();
    /** By each input, the slopes of all numbers that send an adjoint on: what one is off by at the floor comes down so. */
    private final double[] reached;

    private final Map<Integer, DSFactory> factories = new HashMap<>();
    private boolean smooth = true;

    private ForwardMode(Expression expression, Rounding rounding, boolean shifted) {
        this.expression = expression;
        this.rounding = rounding;
        this.shifted = shifted;
        uses = expression.uses();
        starts = new int[expression.nodes().size()];
        int count = 0;
        for (int v : expression.variables()) {
            starts[v] = count;
            count += expression.nodes().get(v).shape().size();
        }
        inputs = count;
        reached = new double[count];
    }

    /** The derivatives, and bounds for an engine that rounds like this. */
    public static ForwardMode of(Expression expression, Rounding rounding) {
        return of(expression, rounding, 0);
    }

    /** The same if variables are themselves off by so much of their size, or of 1 where they are 0. */
    private static ForwardMode of(Expression expression, Rounding rounding, double shift) {
        ForwardMode mode = new ForwardMode(expression, rounding, shift > 0);
        for (int v = 0; v < expression.nodes().size(); v++) {
            Node node = expression.nodes().get(v);
            int size = node.shape().size();
            mode.numbers.add(new Gradient[size]);
            mode.errors.add(new double[size]);
            mode.slopeErrors.add(new double[size][mode.inputs]);
            for (int i = 0; i < size; i++) {
                if (node.isLeaf()) {
                    mode.leaf(v, i, node, shift);
                } else {
                    mode.compute(v, i, node);
                }
            }
        }
        return mode;
    }

    /** Whether no slope jumps or runs off while variables move by so much of their size, or of 1 where they are 0. */
    public static boolean isSmooth(Expression expression, Rounding rounding, double shift) {
        return of(expression, rounding, shift).smooth;
    }

    private void leaf(int v, int i, Node node, double shift) {
        double x = node.numbers()[i];
        numbers.get(v)[i] =
                node.variable() ? Gradient.variable(inputs, starts[v] + i, x) : Gradient.constant(inputs, x);
        errors.get(v)[i] = node.variable() ? shift * (x == 0 ? 1 : Math.abs(x)) : 0;
    }

    private void compute(int v, int i, Node node) {
        Term term = node.meaning().apply(i);
        int n = term.slots().length;
        List<Gradient> operands = new ArrayList<>(n);
        double[] x = new double[n];
        double[] off = new double[n];
        double reach = 0;
        int[] identities = new int[n];
        for (int j = 0; j < n; j++) {
            int operand = node.operands().get(term.slots()[j]);
            int position = term.positions()[j];
            operands.add(numbers.get(operand)[position]);
            x[j] = operands.get(j).getReal();
            off[j] = errors.get(operand)[position];
            reach += 2 * off[j];
            identities[j] = operand << 8 | position;
        }
        numbers.get(v)[i] = term.meaning().formula().of(operands);
        Local local = new Local(
                factories.computeIfAbsent(n, count -> new DSFactory(count, 2)),
                term.meaning().formula(),
                x);
        boolean tried = term.meaning().kinked() || shifted;
        double[] jumps = tried ? local.jumps(reach, identities) : new double[n];
        Accuracy accuracy = term.meaning().accuracy();
        boolean perturbed = accuracy == Accuracy.FORMULA || accuracy == Accuracy.SUM;
        double size = accuracy == Accuracy.SUM ? 0 : Math.abs(local.value());
        for (int j = 0; j < n; j++) {
            double slope = Math.abs(local.slope(j));
            errors.get(v)[i] += slope * off[j];
            size += perturbed ? slope * Math.abs(x[j]) : 0;
            smooth &= jumps[j] <= STEADY * (1 + slope);
            double slopeError = jumps[j] + slopeError(local, j, x, off, accuracy);
            share(v, i, node.operands().get(term.slots()[j]), term.positions()[j], slope, slopeError);
        }
        errors.get(v)[i] += rounding.of(accuracy, n) * rounding.unit() * size + rounding.floor();
    }

    private double slopeError(Local local, int j, double[] x, double[] off, Accuracy accuracy) {
        double own = Math.abs(local.slope(j));
        double carried = 0;
        for (int k = 0; k < x.length; k++) {
            double curvature = Math.abs(local.curvature(j, k));
            carried += curvature * off[k];
            own += accuracy == Accuracy.FORMULA ? curvature * Math.abs(x[k]) : 0;
        }
        return carried + rounding.slope() * rounding.unit() * own + rounding.floor();
    }

    /** What one number of a result has of one of its operands' derivatives, and is off by because of it. */
    private void share(int v, int i, int operand, int position, double slope, double slopeError) {
        double[] own = slopeErrors.get(v)[i];
        double[] theirs = slopeErrors.get(operand)[position];
        Gradient x = numbers.get(operand)[position];
        double rounded = slopeError + (2 + uses[operand][position]) * rounding.unit() * slope;
        for (int input = 0; input < inputs; input++) {
            double derivative = Math.abs(x.getPartialDerivative(input));
            own[input] += slope * theirs[input] + derivative * rounded;
            reached[input] += derivative;
        }
    }

    /** The numbers of a value. */
    public double[] numbers(int value) {
        double[] result = new double[numbers.get(value).length];
        for (int i = 0; i < result.length; i++) {
            result[i] = numbers.get(value)[i].getReal();
        }
        return result;
    }

    /** How far an engine's numbers of a value may lie from these. */
    public double[] errors(int value) {
        return errors.get(value).clone();
    }

    /** {@code d sum(seed * value) / d variable}. */
    public double[] gradient(int value, int variable, double... seed) {
        double[] result = new double[numbers.get(variable).length];
        for (int r = 0; r < seed.length; r++) {
            for (int i = 0; i < result.length; i++) {
                result[i] += seed[r] * numbers.get(value)[r].getPartialDerivative(starts[variable] + i);
            }
        }
        return result;
    }

    /**
     * How far an engine's gradient may lie from {@link #gradient}. An adjoint that is rounded to the smallest numbers is off by
     * as much however small the slopes above it are, so that share does not shrink with them.
     */
    public double[] gradientErrors(int value, int variable, double... seed) {
        double[] result = new double[numbers.get(variable).length];
        Arrays.setAll(result, i -> rounding.floor() * (1 + reached[starts[variable] + i]));
        for (int r = 0; r < seed.length; r++) {
            for (int i = 0; i < result.length; i++) {
                int input = starts[variable] + i;
                double derivative = Math.abs(numbers.get(value)[r].getPartialDerivative(input));
                double off = slopeErrors.get(value)[r][input] + seed.length * rounding.unit() * derivative;
                result[i] += Math.abs(seed[r]) * off;
            }
        }
        return result;
    }

    /** What is differentiated. */
    public Expression expression() {
        return expression;
    }
}
