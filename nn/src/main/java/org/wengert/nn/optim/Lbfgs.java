package org.wengert.nn.optim;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ConfigurationException;
import org.wengert.error.NonFiniteException;

/**
 * L-BFGS (Liu and Nocedal 1989) with a line search by the strong Wolfe conditions: few, long steps for a loss of all
 * samples at once. It asks for the loss several times a step, so the loss must be the same function each time: no
 * dropout, no random batches. It computes in double on arrays of its own, whatever the precision of the engine.
 *
 * <pre>{@code
 * Lbfgs lbfgs = new Lbfgs(model.variables(), Lbfgs.Settings.USUAL);
 * lbfgs.minimize(() -> Loss.SUM_SQUARED_ERROR.of(model.forward(x), targets), 100);
 * }</pre>
 */
public final class Lbfgs {
    private static final String KIND = "lbfgs";

    private final List<Variable> variables;
    private final Settings settings;
    private final Curvature curvature;
    private long steps;
    private @Nullable Supplier<Value> latestLoss;
    private @Nullable Point latest;

    /**
     * What L-BFGS can be told.
     *
     * @param history           of how many steps the curvature is remembered, at least 1
     * @param decrease          {@code c1} of the Wolfe conditions: the share of the decrease promised by the slope that a
     *     step must bring, above 0
     * @param curvature         {@code c2}: the share of the slope that may be left, above {@code c1} and below 1
     * @param evaluations       how often a step may ask for the loss, at least 1
     * @param gradientTolerance the loss is at its minimum when no number of the gradient is larger, from 0
     */
    public record Settings(int history, double decrease, double curvature, int evaluations, double gradientTolerance) {
        /** History 10, c1 1e-4, c2 0.9, 25 evaluations, tolerance 1e-7. */
        public static final Settings USUAL = new Settings(10, 1e-4, 0.9, 25, 1e-7);

        /**
         * Settings with everything chosen.
         *
         * @throws ConfigurationException if one is out of its range
         */
        public Settings {
            Checked.count(KIND, "step of history", history);
            Checked.count(KIND, "evaluation a step", evaluations);
            Checked.positive(KIND, "share of the decrease (c1)", decrease);
            Checked.share(KIND, "share of the slope (c2)", curvature);
            Checked.amount(KIND, "tolerance of the gradient", gradientTolerance);
            if (curvature <= decrease) {
                throw new ConfigurationException(
                        "lbfgs: c2 must be above c1: c1 is " + decrease + ", c2 is " + curvature);
            }
        }
    }

    /**
     * Where a step has led.
     *
     * @param loss      the loss there
     * @param steepness the largest absolute number of the gradient there
     * @param isMinimum whether there is nothing left to do: the gradient is within its tolerance, or no step from here is
     *     any lower
     */
    public record Step(double loss, double steepness, boolean isMinimum) {}

    /**
     * An optimiser that has not moved.
     *
     * @throws ConfigurationException if there is no variable or one stands twice
     * @throws org.wengert.error.ForeignValueException if they are of two engines
     * @throws org.wengert.error.ClosedEngineException if their engine is closed
     */
    public Lbfgs(List<? extends Variable> variables, Settings settings) {
        this.variables = Group.of(variables).variables();
        Optimizer.checkVariables(this.variables);
        this.settings = settings;
        this.curvature = new Curvature(settings.history);
    }

    /**
     * Takes steps until the minimum is reached.
     *
     * @param loss     see {@link #step}
     * @param maxSteps where to stop even if it is not reached
     */
    public Step minimize(Supplier<Value> loss, int maxSteps) {
        Step latestStep = step(loss);
        for (int i = 1; i < maxSteps && !latestStep.isMinimum(); i++) {
            latestStep = step(loss);
        }
        return latestStep;
    }

    /**
     * One step down this loss; gradients are zero after it. If the loss throws, variables are as they were.
     *
     * @param loss a number of shape [], computed anew from the variables
     * @throws NonFiniteException if the loss or its gradient is not finite where the variables are
     */
    public Step step(Supplier<Value> loss) {
        double[] x = LossSurface.numbers(variables);
        boolean moved = false;
        try {
            Step taken = step(new LossSurface(variables, loss), x.clone());
            moved = true;
            return taken;
        } finally {
            if (!moved) {
                LossSurface.set(variables, x);
            }
        }
    }

    private Step step(LossSurface surface, double[] x) {
        Point from = known(surface, x);
        Point to = from.steepness() <= settings.gradientTolerance ? from : descend(surface, from);
        LossSurface.set(variables, to.x());
        latest = to;
        latestLoss = surface.loss();
        steps++;
        boolean minimum = to == from || to.steepness() <= settings.gradientTolerance;
        return new Step(to.value(), to.steepness(), minimum);
    }

    /** What is known of a point from the step before, or finds it out. */
    private Point known(LossSurface surface, double[] x) {
        Point before = latest;
        if (before != null && surface.loss() == latestLoss && Arrays.equals(before.x(), x)) {
            return before;
        }
        Point here = surface.at(x);
        if (!Double.isFinite(here.value())) {
            throw new NonFiniteException("lbfgs: the loss is " + here.value() + " where it begins: step " + (steps + 1)
                    + "; begin where the loss is finite");
        }
        if (!here.isFinite()) {
            throw new NonFiniteException("lbfgs: the gradient is not finite where it begins, though the loss is "
                    + here.value() + ": step " + (steps + 1) + "; begin where both are finite");
        }
        return here;
    }

    /** A lower point, or the same if there is none. */
    private Point descend(Objective objective, Point from) {
        Point to = search(objective, from, curvature.direction(from.gradient()));
        if (to == from && !curvature.isEmpty()) {
            // What is remembered may mislead far from where it was learnt; the gradient alone never does.
            curvature.clear();
            to = search(objective, from, curvature.direction(from.gradient()));
        }
        if (to != from) {
            curvature.add(from, to);
        }
        return to;
    }

    private Point search(Objective objective, Point from, double... direction) {
        double slope = from.slope(direction);
        if (!(slope < 0)) {
            return from;
        }
        double first = curvature.isEmpty()
                ? Math.min(1, 1 / Arrays.stream(direction).map(Math::abs).sum())
                : 1;
        StrongWolfe wolfe = new StrongWolfe(settings.decrease, settings.curvature, settings.evaluations);
        StrongWolfe.Trial start = new StrongWolfe.Trial(0, from, slope);
        return wolfe.search(step -> trial(objective, from, step, direction), start, first)
                .point();
    }

    private static StrongWolfe.Trial trial(Objective objective, Point from, double step, double... direction) {
        double[] x = from.x().clone();
        for (int i = 0; i < x.length; i++) {
            x[i] += step * direction[i];
        }
        Point point = objective.at(x).orNaN();
        return new StrongWolfe.Trial(step, point, point.slope(direction));
    }

    /** How many steps it has taken. */
    public long steps() {
        return steps;
    }

    /** All hyper-parameters as plain data, by name. */
    public Map<String, String> settings() {
        Map<String, String> plain = new LinkedHashMap<>();
        plain.put("history", Integer.toString(settings.history));
        plain.put("decrease", Double.toString(settings.decrease));
        plain.put("curvature", Double.toString(settings.curvature));
        plain.put("evaluations", Integer.toString(settings.evaluations));
        plain.put("gradientTolerance", Double.toString(settings.gradientTolerance));
        return plain;
    }

    /** All that it must know to go on later, or elsewhere, as if it had not stopped. It has no learning rate: 1. */
    public OptimizerState snapshot() {
        return new OptimizerState(KIND, settings(), steps, 1, curvature.arrays());
    }

    /**
     * Goes on from a saved state.
     *
     * @throws ConfigurationException for a state that does not fit; nothing has changed then
     */
    public void restore(OptimizerState saved) {
        int pairs = Math.min(settings.history, saved.arrays().size() / 2);
        Map<String, Integer> lengths = new LinkedHashMap<>();
        int size = LossSurface.size(variables);
        for (int k = 0; k < pairs; k++) {
            lengths.put("s." + k, size);
            lengths.put("y." + k, size);
        }
        saved.requireFits(KIND, settings(), lengths);
        curvature.restore(saved, pairs);
        steps = saved.steps();
        latest = null;
        latestLoss = null;
    }
}
