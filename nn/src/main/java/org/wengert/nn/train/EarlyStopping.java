package org.wengert.nn.train;

import java.util.Map;
import org.wengert.error.ConfigurationException;

/**
 * Ends a run when a number has not become better for some epochs. To get the parameters of the best epoch and not of the
 * last, add {@link BestWeights} as well.
 */
public final class EarlyStopping implements TrainingListener, Resumable {
    private final Watched watched;
    private final int patience;
    private final double margin;
    private double best = Double.NaN;
    private long waited;

    /**
     * Ends a run in which a number stands still.
     *
     * @param patience after how many epochs without a better one
     * @param margin   by how much more a number must be better to count, 0 for any
     * @throws ConfigurationException if the patience is below 1, or the margin is not a finite number from 0
     */
    public EarlyStopping(Watched watched, int patience, double margin) {
        if (patience < 1 || !(margin >= 0 && margin <= Double.MAX_VALUE)) {
            throw new ConfigurationException("early stopping: the patience must be at least 1 epoch and the margin a"
                    + " finite number from 0: got " + patience + " and " + margin);
        }
        this.watched = watched;
        this.patience = patience;
        this.margin = margin;
    }

    /** A new run begins anew; one that was ended by this before it was taken up again stays ended. */
    @Override
    public void started(Progress progress) {
        if (progress.step() == 0) {
            best = Double.NaN;
            waited = 0;
        }
        if (waited >= patience) {
            progress.stop();
        }
    }

    @Override
    public void epochDone(Progress progress) {
        double number = watched.of(progress);
        if (watched.better(number, best, margin)) {
            best = number;
            waited = 0;
        } else if (++waited >= patience) {
            progress.stop();
        }
    }

    /** The best number so far; NaN before the first epoch's end. */
    public double best() {
        return best;
    }

    @Override
    public String name() {
        return "earlyStopping." + watched;
    }

    @Override
    public Map<String, double[]> state() {
        return Map.of("state", new double[] {best, waited});
    }

    @Override
    public void restore(Map<String, double[]> state) {
        double[] saved = Resumable.array(state, "state");
        best = saved[0];
        waited = (long) saved[1];
    }
}
