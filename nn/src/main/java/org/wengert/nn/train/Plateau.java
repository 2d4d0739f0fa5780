package org.wengert.nn.train;

import java.util.Map;
import org.wengert.nn.optim.ReduceOnPlateau;

/**
 * Tells a schedule that waits for a number to stand still what each epoch ended with. The schedule is the trainer's too:
 *
 * <pre>{@code
 * ReduceOnPlateau rates = new ReduceOnPlateau(0.01, ReduceOnPlateau.Settings.USUAL);
 * trainer.schedule(rates).listener(new Plateau(Watched.VALIDATION_LOSS, rates));
 * }</pre>
 */
public final class Plateau implements TrainingListener, Resumable {
    private final Watched watched;
    private final ReduceOnPlateau rates;

    /** Tells a schedule of a number. */
    public Plateau(Watched watched, ReduceOnPlateau rates) {
        this.watched = watched;
        this.rates = rates;
    }

    @Override
    public void epochDone(Progress progress) {
        rates.told(watched.of(progress));
    }

    @Override
    public String name() {
        return "plateau." + watched;
    }

    @Override
    public Map<String, double[]> state() {
        ReduceOnPlateau.State state = rates.state();
        return Map.of("state", new double[] {state.rate(), state.best(), state.failures(), state.cooldown()});
    }

    @Override
    public void restore(Map<String, double[]> state) {
        double[] saved = Resumable.array(state, "state");
        rates.restore(new ReduceOnPlateau.State(saved[0], saved[1], (int) saved[2], (int) saved[3]));
    }
}
