package org.wengert.nn.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wengert.error.ConfigurationException;
import org.wengert.nn.Refused;

class ReduceOnPlateauTest {
    private static double[] rates(ReduceOnPlateau plateau, double... metrics) {
        double[] rates = new double[metrics.length];
        for (int i = 0; i < rates.length; i++) {
            plateau.told(metrics[i]);
            rates[i] = plateau.rate(i);
        }
        return rates;
    }

    /** PyTorch's step, with its own names. */
    private static final class Lr {
        double lr = 1;
        double best = Double.POSITIVE_INFINITY;
        int badEpochs;
        int cooldownCounter;

        double step(double a, ReduceOnPlateau.Settings s) {
            if (a < best * (1 - s.threshold())) {
                best = a;
                badEpochs = 0;
            } else {
                badEpochs++;
            }
            if (cooldownCounter > 0) {
                cooldownCounter--;
                badEpochs = 0;
            }
            if (badEpochs > s.patience()) {
                lr = Math.max(lr * s.factor(), s.lowest());
                cooldownCounter = s.cooldown();
                badEpochs = 0;
            }
            return lr;
        }
    }

    @Test
    void ratesFallAsThoseOfReduceLrOnPlateau() {
        Random random = new Random(8);
        for (int patience = 0; patience < 4; patience++) {
            for (int cooldown = 0; cooldown < 4; cooldown++) {
                ReduceOnPlateau.Settings settings =
                        new ReduceOnPlateau.Settings(0.5, patience, 0.05, cooldown, 1e-3, false);
                ReduceOnPlateau plateau = new ReduceOnPlateau(1, settings);
                Lr lr = new Lr();
                for (int epoch = 0; epoch < 200; epoch++) {
                    double metric = Math.exp(-epoch / 50.0) * (1 + 0.3 * random.nextDouble());
                    plateau.told(metric);
                    assertEquals(lr.step(metric, settings), plateau.rate(epoch), "epoch " + epoch);
                }
            }
        }
    }

    @Test
    void moreIsBetterIfSoChosen() {
        ReduceOnPlateau plateau = new ReduceOnPlateau(
                1, ReduceOnPlateau.Settings.USUAL.after(1, 0.5).larger(true));
        double[] expected = {1, 1, 1, 0.5, 0.5, 0.25, 0.25};
        double[] accuracies = {0.5, 0.6, 0.6, 0.59, 0.6, Double.NaN, 0.7};
        assertEquals(Arrays.toString(expected), Arrays.toString(rates(plateau, accuracies)));
        assertEquals(new ReduceOnPlateau.State(0.25, 0.7, 0, 0), plateau.state());
    }

    @Test
    void aRestoredOneGoesOnAsIfItHadNotStopped() {
        ReduceOnPlateau.Settings settings = new ReduceOnPlateau.Settings(0.5, 1, 0, 2, 0, false);
        double[] losses = new Random(3).doubles(40).toArray();
        ReduceOnPlateau whole = new ReduceOnPlateau(1, settings);
        rates(whole, losses);

        ReduceOnPlateau first = new ReduceOnPlateau(1, settings);
        rates(first, Arrays.copyOf(losses, 17));
        ReduceOnPlateau second = new ReduceOnPlateau(99, settings);
        second.restore(first.state());
        rates(second, Arrays.copyOfRange(losses, 17, 40));

        assertEquals(whole.state(), second.state());
    }

    @Test
    void aRateBelowTheLowestDoesNotRise() {
        ReduceOnPlateau plateau = new ReduceOnPlateau(0.01, new ReduceOnPlateau.Settings(0.5, 0, 0, 0, 0.1, false));
        rates(plateau, 1, 1, 1);
        assertEquals(0.01, plateau.rate(0));
    }

    @Test
    void whatCannotBeIsRefused() {
        Refused.with(
                ConfigurationException.class,
                "plateau: the factor must be at least 0 and below 1: got 1.0",
                () -> ReduceOnPlateau.Settings.USUAL.after(3, 1));
        Refused.with(
                ConfigurationException.class,
                "plateau: the patience must be a finite number from 0: got -1.0",
                () -> ReduceOnPlateau.Settings.USUAL.after(-1, 0.5));
        Refused.with(
                ConfigurationException.class,
                "plateau: the failures must be a finite number from 0: got -3.0",
                () -> new ReduceOnPlateau(1, ReduceOnPlateau.Settings.USUAL)
                        .restore(new ReduceOnPlateau.State(1, 1, -3, 0)));
    }
}
