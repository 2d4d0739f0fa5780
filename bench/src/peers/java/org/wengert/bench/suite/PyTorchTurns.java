package org.wengert.bench.suite;

import java.util.ArrayList;
import java.util.List;
import org.wengert.bench.statistics.Medians;

/**
 * Steps of the tape and of PyTorch taking turns in one process, those for which two cores shared their last cache apart from
 * those for which they did not. Forks follow each other by seconds, in which a virtual machine is moved from the one to the
 * other; a turn counts only if {@link Cores} says the same before and after it.
 *
 * <pre>{@code
 * mvn -Ppeers package
 * java --add-modules jdk.incubator.vector -cp bench/target/wengert.jar org.wengert.bench.suite.PyTorchTurns \
 *     784-512-512-10 float32
 * }</pre>
 */
public final class PyTorchTurns {
    private static final int THREADS = 2;
    private static final int ROUNDS = 20;
    private static final long WARM_UP_NANOS = 3_000_000_000L;
    private static final long TURN_NANOS = 150_000_000L;
    /** At the beginning of a turn, until the other's threads sleep and the caches hold its own numbers. */
    private static final long SETTLE_NANOS = 20_000_000L;

    /** Nanoseconds from which cores share no cache. */
    private static final double FAR = 60;

    private final Contender ours;
    private final Contender theirs;
    private final List<List<Double>> near = List.of(new ArrayList<>(), new ArrayList<>());
    private final List<List<Double>> far = List.of(new ArrayList<>(), new ArrayList<>());

    private PyTorchTurns(Contender ours, Contender theirs) {
        this.ours = ours;
        this.theirs = theirs;
    }

    /**
     * Checks both, lets them take turns and prints the median of either, in microseconds a step.
     *
     * @param args a network of {@link Steps}, and a precision
     */
    public static void main(String... args) {
        if (args.length != 2) {
            System.err.println("usage: PyTorchTurns NETWORK PRECISION, as in: PyTorchTurns 784-128-10 float32");
            System.exit(2);
        }
        String precision = args[1];
        System.setProperty("ai.djl.pytorch.num_threads", String.valueOf(THREADS));
        Workload workload = Workload.named(args[0]);
        Problem problem = Problem.of(workload);
        Variant variant = new Variant(precision, Variant.AUTO, String.valueOf(THREADS));
        Agreement.Opener tape = rate -> Contenders.open("tape", variant, workload, problem, rate);
        Agreement.Opener torch = rate -> new PyTorchStep(workload, problem, precision, rate);
        Agreement.require(workload, problem, precision, tape);
        Agreement.require(workload, problem, precision, torch);
        PyTorchTurns turns = new PyTorchTurns(tape.open(Steps.RATE), torch.open(Steps.RATE));
        turns.run();
        System.out.printf("%s, %s, JDK %s%n", args[0], precision, System.getProperty("java.version"));
        turns.print("cores share their last cache", turns.near);
        turns.print("cores do not", turns.far);
        System.exit(0); // PyTorch's threads would keep it up
    }

    private void run() {
        time(ours, WARM_UP_NANOS);
        time(theirs, WARM_UP_NANOS);
        Cores.distance(); // compiled
        double before = Cores.distance();
        for (int round = 0; round < ROUNDS; round++) {
            before = turn(0, ours, before);
            before = turn(1, theirs, before);
        }
        Steps.requireFinite(ours);
        Steps.requireFinite(theirs);
    }

    private double turn(int whose, Contender contender, double before) {
        time(contender, SETTLE_NANOS);
        double micros = time(contender, TURN_NANOS);
        double after = Cores.distance();
        if (before < FAR == after < FAR) {
            (before < FAR ? near : far).get(whose).add(micros);
        }
        return after;
    }

    private static double time(Contender contender, long nanos) {
        long start = System.nanoTime();
        long now = start;
        int steps = 0;
        while (now - start < nanos) {
            contender.step();
            steps++;
            now = System.nanoTime();
        }
        return (now - start) / 1e3 / steps;
    }

    private void print(String when, List<List<Double>> micros) {
        if (micros.get(0).isEmpty() || micros.get(1).isEmpty()) {
            return;
        }
        double tape = Medians.of(micros.get(0));
        double torch = Medians.of(micros.get(1));
        System.out.printf(
                "  %-30s tape %.1f us, PyTorch %.1f us, ratio %.2f (%d and %d turns)%n",
                when,
                tape,
                torch,
                torch / tape,
                micros.get(0).size(),
                micros.get(1).size());
    }
}
