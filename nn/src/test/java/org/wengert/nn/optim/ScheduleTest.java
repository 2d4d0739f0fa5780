package org.wengert.nn.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.wengert.error.ConfigurationException;
import org.wengert.nn.Close;
import org.wengert.nn.Refused;

/** Each schedule against PyTorch's definition of it, written out step by step. */
class ScheduleTest {
    private static final double ULPS = 1e-14;

    private static void assertRates(long steps, LongToDoubleFunction expected, Schedule schedule) {
        for (long step = 0; step < steps; step++) {
            double rate = schedule.rate(step);
            Close.assertClose("rate of step " + step, expected.applyAsDouble(step), rate, ULPS, 1e-18);
        }
    }

    @Test
    void aLinearScheduleEndsAtItsEnd() {
        Schedule schedule = Schedule.linear(1, 0.1, 100);
        assertEquals(1, schedule.rate(0));
        assertEquals(0.55, schedule.rate(50), 1e-16);
        assertEquals(0.1, schedule.rate(100));
        assertEquals(0.1, schedule.rate(1_000_000));
        assertEquals(0.3, Schedule.constant(0.3).rate(77));
    }

    /** LinearLR: {@code lr (start + (1 - start) min(t, n) / n)}. */
    @Test
    void linearIsLinearLr() {
        double start = 1.0 / 3;
        assertRates(12, t -> 0.5 * (start + (1 - start) * Math.min(t, 5) / 5), Schedule.linear(0.5 * start, 0.5, 5));
    }

    /** StepLR, in its chained form: multiplied by gamma whenever t is a multiple of the step size. */
    @Test
    void stepIsStepLr() {
        double[] rate = {0.5};
        assertRates(20, t -> rate[0] *= t > 0 && t % 4 == 0 ? 0.1 : 1, Schedule.step(0.5, 4, 0.1));
    }

    /** ExponentialLR: multiplied by gamma at each step. */
    @Test
    void exponentialIsExponentialLr() {
        double[] rate = {0.5 / 0.9};
        assertRates(20, t -> rate[0] *= 0.9, Schedule.exponential(0.5, 0.9));
    }

    /**
     * CosineAnnealingLR, in its chained form:
     * {@code lr = min + (1 + cos(pi t/n)) / (1 + cos(pi (t-1)/n)) (lr - min)}, up to n.
     */
    @Test
    void cosineIsCosineAnnealingLr() {
        double min = 0.01;
        int n = 10;
        double[] rate = {0.5};
        Schedule schedule = Schedule.cosine(0.5, min, n);
        assertEquals(0.5, schedule.rate(0));
        for (int t = 1; t < n; t++) {
            rate[0] = min + (1 + Math.cos(Math.PI * t / n)) / (1 + Math.cos(Math.PI * (t - 1) / n)) * (rate[0] - min);
            Close.assertClose("rate of step " + t, rate[0], schedule.rate(t), 1e-13, 0);
        }
        assertEquals(min, schedule.rate(n));
        assertEquals(min, schedule.rate(10L * n));
    }

    /** OneCycleLR with its two phases and cosine annealing. */
    private static double oneCycleLr(long t, double max, long total, double rise, double first, double last) {
        double initial = max / first;
        double min = initial / last;
        double[] ends = {rise * total - 1, total - 1};
        double[][] rates = {{initial, max}, {max, min}};
        double start = 0;
        for (int phase = 0; ; phase++) {
            if (t <= ends[phase] || phase == 1) {
                double share = (t - start) / (ends[phase] - start);
                double cosine = Math.cos(Math.PI * share) + 1;
                return rates[phase][1] + (rates[phase][0] - rates[phase][1]) / 2 * cosine;
            }
            start = ends[phase];
        }
    }

    @Test
    void oneCycleIsOneCycleLr() {
        for (int total : new int[] {5, 10, 33, 100}) {
            assertRates(total, t -> oneCycleLr(t, 0.1, total, 0.3, 25, 1e4), Schedule.oneCycle(0.1, total));
            assertRates(
                    total, t -> oneCycleLr(t, 0.1, total, 0.45, 10, 100), Schedule.oneCycle(0.1, total, 0.45, 10, 100));
        }
        assertEquals(0.1 / 25 / 1e4, Schedule.oneCycle(0.1, 50).rate(1000));
        assertEquals(0.1, Schedule.oneCycle(0.1, 10, 0.5, 25, 1e4).rate(4));
        assertEquals(0.1, Schedule.oneCycle(0.1, 10, 0.1, 25, 1e4).rate(0));
    }

    /** SequentialLR of LinearLR from 1/n to 1 in n-1 steps, and the other one step later. */
    @Test
    void warmupRisesToTheFirstRateOfWhatFollows() {
        Schedule cosine = Schedule.cosine(0.4, 0, 20);
        assertRates(
                30,
                t -> t < 5 ? 0.4 * (0.2 + 0.8 * Math.min(t, 4) / 4) : cosine.rate(t - 5),
                Schedule.warmup(5).then(cosine));
    }

    /** SequentialLR with a milestone; CosineAnnealingWarmRestarts; ChainedScheduler with a constant factor. */
    @Test
    void schedulesAreMadeOfSchedules() {
        Schedule falling = Schedule.linear(1, 0.5, 4);
        assertRates(12, t -> t < 3 ? 1 - t / 8.0 : 0.25, falling.then(3, Schedule.constant(0.25)));
        assertRates(13, t -> 1 - t % 4 / 8.0, falling.repeated(4));
        assertRates(6, t -> 3 * Math.max(0.5, 1 - t / 8.0), falling.times(3));
        assertRates(6, t -> Math.pow(0.5, t) * Math.max(0.5, 1 - t / 8.0), falling.times(Schedule.exponential(1, 0.5)));
    }

    @Test
    void schedulesThatAreNoneAreRefused() {
        Refused.with(
                ConfigurationException.class,
                "optimizer: the learning rate must be a finite number from 0: got NaN",
                () -> Schedule.linear(1, Double.NaN, 10));
        Refused.with(
                ConfigurationException.class,
                "optimizer: the learning rate must be a finite number from 0: got -1.0",
                () -> Schedule.constant(-1));
        String none = "schedule: there must be at least one step: got 0";
        Refused.with(ConfigurationException.class, none, () -> Schedule.linear(1, 0, 0));
        Refused.with(ConfigurationException.class, none, () -> Schedule.step(1, 0, 1));
        Refused.with(ConfigurationException.class, none, () -> Schedule.cosine(1, 0, 0));
        Refused.with(ConfigurationException.class, none, () -> Schedule.warmup(0));
        Refused.with(
                ConfigurationException.class, none, () -> Schedule.constant(1).repeated(0));
        Refused.with(
                ConfigurationException.class, none, () -> Schedule.constant(1).then(0, Schedule.constant(1)));
        Refused.with(
                ConfigurationException.class,
                "schedule: there must be at least one step after the first: got 0",
                () -> Schedule.oneCycle(1, 1));
        Refused.with(
                ConfigurationException.class,
                "schedule: the rise must be at least 0 and below 1: got 1.0",
                () -> Schedule.oneCycle(1, 9, 1, 25, 1e4));
        Refused.with(
                ConfigurationException.class,
                "schedule: the factor must be a finite number from 0: got -2.0",
                () -> Schedule.constant(1).times(-2));
    }
}
