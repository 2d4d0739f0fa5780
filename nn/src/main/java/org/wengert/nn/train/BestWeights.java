package org.wengert.nn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wengert.Variable;
import org.wengert.nn.Model;
import org.wengert.nn.Parameters;

/**
 * Keeps the variables and buffers of the epoch that a number was best in, and puts them back into the model when the run
 * ends.
 */
public final class BestWeights implements TrainingListener, Resumable {
    private final Watched watched;
    private final List<Variable> variables;
    private final Runnable onBetter;
    private final Map<String, double[]> kept = new TreeMap<>();
    private double best = Double.NaN;

    /**
     * Keeps the best of a model.
     *
     * @throws org.wengert.nn.ModelException if two variables have one name
     */
    public BestWeights(Watched watched, Model model) {
        this(watched, model, () -> {});
    }

    /** Keeps the best of a model, and does something at each better epoch: saves the model, say. */
    public BestWeights(Watched watched, Model model, Runnable onBetter) {
        Parameters.of(model); // refuses names that do not tell variables apart
        this.watched = watched;
        this.variables = new ArrayList<>(model.variables());
        this.variables.addAll(model.buffers());
        this.onBetter = onBetter;
    }

    /** A new run begins anew. */
    @Override
    public void started(Progress progress) {
        if (progress.step() == 0) {
            best = Double.NaN;
            kept.clear();
        }
    }

    @Override
    public void epochDone(Progress progress) {
        double number = watched.of(progress);
        if (watched.better(number, best, 0)) {
            best = number;
            variables.forEach(variable -> kept.put(variable.label(), variable.data()));
            onBetter.run();
        }
    }

    @Override
    public void ended(Progress progress) {
        if (!kept.isEmpty()) {
            variables.forEach(variable -> variable.set(Resumable.array(kept, variable.label())));
        }
    }

    /** The best number so far; NaN before the first epoch's end. */
    public double best() {
        return best;
    }

    @Override
    public String name() {
        return "bestWeights." + watched;
    }

    @Override
    public Map<String, double[]> state() {
        Map<String, double[]> state = new TreeMap<>(kept);
        state.put("best", new double[] {best});
        return state;
    }

    @Override
    public void restore(Map<String, double[]> state) {
        best = Resumable.array(state, "best")[0];
        kept.clear();
        kept.putAll(state);
        kept.remove("best");
    }
}
