package org.wengert.bench.suite;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From start weights to a target accuracy on held-out samples, in a JVM that has compiled nothing yet: opening the
 * engine and making the network count, reading the data does not.
 *
 * <p>Looking at the accuracy does not count either. How many steps are needed is found out first, in a JVM of its own
 * ({@link Rehearsal}), which also compares the contender with the naive loops; the timed run takes so many steps without
 * looking, and must then have the accuracy.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public abstract class Race {
    /** What is learned: see {@link RaceTask}. */
    @Param({RaceTask.MOONS, RaceTask.DIGITS, RaceTask.MNIST})
    public String task = "";

    /** The folder of the data; empty for what the system property {@value RaceData#FOLDER} names. */
    @Param("")
    public String data = "";

    private @Nullable RaceTask running;
    private @Nullable Finish finish;
    private @Nullable Racer racer;
    private @Nullable Result found;

    /** What the race found out. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Result {
        /** Steps to the target. */
        public double steps;

        /** Of the timed run on held-out samples after these, from 0 to 1. */
        public double accuracy;
    }

    /** A new contender at the start of a task. */
    abstract Racer open(RaceTask at);

    /** Compares the contender's first steps with the reference. */
    abstract void require(RaceTask at);

    RaceTask task() {
        return RaceTask.named(task, data);
    }

    /** Finds out how many steps are needed; refuses to time what is wrong or does not get there. */
    @Setup(Level.Trial)
    public void rehearse() throws Exception {
        RaceTask loaded = task();
        running = loaded;
        finish = Rehearsal.run(this);
        System.out.println("# Task: " + loaded.settings());
    }

    /** So many steps from the start. */
    @Benchmark
    public void race(Result result) {
        Finish known = Objects.requireNonNull(finish);
        Racer run = open(Objects.requireNonNull(running));
        run.train(known.steps());
        racer = run;
        found = result;
        result.steps = known.steps();
    }

    /** Refuses the time of a run that did not get to where the rehearsal did. */
    @TearDown(Level.Iteration)
    public void judge() {
        Racer run = racer;
        if (run != null) {
            System.out.println("# Runs: " + run.description());
            double accuracy = run.accuracy();
            Objects.requireNonNull(found).accuracy = accuracy;
            run.close();
            racer = null;
            if (accuracy < Objects.requireNonNull(running).target()) {
                throw new IllegalStateException("benchmark: this time does not count: the rehearsal had an accuracy of "
                        + finish + ", the timed run " + accuracy);
            }
        }
    }
}
