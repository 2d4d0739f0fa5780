package org.wengert.nn.train;

import java.util.Map;
import org.wengert.error.ConfigurationException;
import org.wengert.nn.optim.ReduceOnPlateau;

/**
 * Tells a {@link ReduceOnPlateau} a number after each epoch, and lets checkpoints keep what it remembers.
 *
 * <pre>{@code
 * ReduceOnPlateau rates = new ReduceOnPlateau(0.1, ReduceOnPlateau.Settings.USUAL);
 * trainer.schedule(rates).listener(new Plateau(Watched.VALIDATION_LOSS, rates));
 * }</pre>
 */
public final class Plateau implements TrainingListener, Resumable {
    private final Watched watched;
    private final ReduceOnPlateau rates;

    /**
     * A listener for a schedule.
     *
     * @throws ConfigurationException if one takes larger numbers for better and the other smaller ones
     */
    public Plateau(Watched watched, ReduceOnPlateau rates) {
        boolean larger = watched.better(1, 0, 0);
        if (larger != rates.settings().larger()) {
            throw new ConfigurationException("plateau: " + watched + " is better when it is "
                    + (larger ? "larger" : "smaller") + ", the schedule takes the other way round; make it with larger("
                    + larger + ")");
        }
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
        double[] numbers = state.getOrDefault("state", new double[0]);
        if (numbers.length != 4) {
            throw new ConfigurationException("plateau: a state has 4 numbers: got " + numbers.length);
        }
        rates.restore(new ReduceOnPlateau.State(numbers[0], numbers[1], (int) numbers[2], (int) numbers[3]));
    }
}
