package org.wengert.bench.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wengert.nn.Activation;
import org.wengert.nn.Randoms;
import org.wengert.nn.data.Batch;
import org.wengert.nn.data.CsvData;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.Mnist;
import org.wengert.nn.data.Moons;
import org.wengert.nn.data.Split;

/**
 * What a network is to learn, and how: relu layers, mean cross-entropy, Adam (0.9, 0.999, 1e-8) with a constant rate.
 * Start weights and the order of batches follow from fixed seeds.
 *
 * @param name   of the task
 * @param data   classes to learn, and held-out samples to be judged by
 * @param widths of the layers, inputs first
 * @param batch  samples of a step; what is left at the end of a pass is left out
 * @param rate   the learning rate
 * @param target the accuracy on held-out samples that ends the race
 * @param every  steps between two looks at the accuracy
 * @param limit  steps after which the target counts as not reached
 */
record RaceTask(
        String name, Split data, List<Integer> widths, int batch, double rate, double target, int every, int limit) {
    static final String MOONS = "moons";
    static final String DIGITS = "digits";
    static final String MNIST = "mnist";

    private static final long SEED = 20260101;
    private static final int MOON_SAMPLES = 1_000;
    private static final double MOON_NOISE = 0.1;
    private static final double DIGITS_TO_LEARN = 0.8;

    /**
     * The task of a name.
     *
     * @param folder that holds the files, those of MNIST perhaps in a folder {@code mnist} of it; empty for the one that
     *               the system property {@value RaceData#FOLDER} names
     * @throws Skipped if the files are not there
     */
    static RaceTask named(String name, String folder) {
        RandomGenerator random = Randoms.seeded(SEED);
        return switch (name) {
            case MOONS -> new RaceTask(name, moons(random), List.of(2, 16, 16, 2), 50, 0.01, 0.99, 10, 5_000);
            case DIGITS ->
                new RaceTask(
                        name,
                        digits(file(folder, "digits.csv"), random),
                        List.of(64, 32, 10),
                        32,
                        0.005,
                        0.96,
                        10,
                        5_000);
            case MNIST ->
                new RaceTask(name, mnist(file(folder, "")), List.of(784, 128, 10), 64, 0.002, 0.975, 100, 10_000);
            default ->
                throw new IllegalArgumentException("benchmark: there is no race '" + name + "': there are "
                        + String.join(", ", MOONS, DIGITS, MNIST));
        };
    }

    private static Split moons(RandomGenerator random) {
        return new Split(
                classes(Moons.of(MOON_SAMPLES, MOON_NOISE, random)),
                classes(Moons.of(MOON_SAMPLES, MOON_NOISE, random)));
    }

    private static DataSet classes(DataSet signs) {
        double[][] rows = IntStream.range(0, signs.size()).mapToObj(signs::row).toArray(double[][]::new);
        return DataSet.classes(
                rows, IntStream.range(0, signs.size()).map(signs::classOf).toArray());
    }

    private static Split digits(Path file, RandomGenerator random) {
        DataSet all = CsvData.of(file).headerless().classes().read();
        return all.stratifiedSplit(DIGITS_TO_LEARN, random).standardized();
    }

    private static Split mnist(Path folder) {
        Path own = folder.resolve("mnist");
        Path there = Files.isDirectory(own) ? own : folder;
        return new Split(Mnist.train(there), Mnist.test(there));
    }

    private static Path file(String folder, String name) {
        String given = folder.isEmpty() ? System.getProperty(RaceData.FOLDER, "") : folder;
        Path path = Path.of(given, name);
        if (given.isEmpty() || !Files.exists(path)) {
            throw new Skipped("the data is not there: " + (given.isEmpty() ? "no folder was named" : "no " + path)
                    + "; -p data=FOLDER or -D" + RaceData.FOLDER
                    + "=FOLDER names the folder of digits.csv and of MNIST's files");
        }
        return path;
    }

    /** All of it in words. */
    String settings() {
        return name + ": " + widths.stream().map(String::valueOf).collect(Collectors.joining("-"))
                + ", relu, mean cross-entropy, Adam (0.9, 0.999, 1e-8) at " + rate + ", batches of " + batch + " from "
                + data.train().size() + " samples, to an accuracy of " + target + " on "
                + data.test().size() + " others, looked at every " + every + " steps, " + limit + " at most";
    }

    /** The step as a workload, with which contenders are checked first. */
    Workload workload() {
        return new Workload(name, Activation.RELU, Workload.Objective.CROSS_ENTROPY, Workload.Rule.ADAM, batch, widths);
    }

    /** The weights to begin with, in {@link Problem}'s order; exact in float32. */
    double[] start() {
        return Problem.of(workload()).parameters();
    }

    /** The inputs of samples, row after row, for those who do not take a batch as it is. */
    static double[] rows(DataSet samples) {
        double[] rows = new double[samples.size() * samples.width()];
        for (int i = 0; i < samples.size(); i++) {
            System.arraycopy(samples.row(i), 0, rows, i * samples.width(), samples.width());
        }
        return rows;
    }

    /** The share of held-out samples whose class is the one told. */
    double accuracy(double... classes) {
        int right = 0;
        for (int i = 0; i < classes.length; i++) {
            right += data.test().classOf(i) == (int) classes[i] ? 1 : 0;
        }
        return (double) right / data.test().size();
    }

    /** The samples of one step after another, without end: each pass in an order of its own, the same in each race. */
    Supplier<Batch> batches() {
        Iterable<Batch> passes = data.train().batches(batch, Randoms.seeded(SEED));
        return new Supplier<>() {
            private Iterator<Batch> pass = passes.iterator();
            private int left = stepsAPass();

            @Override
            public Batch get() {
                if (left == 0) {
                    pass = passes.iterator();
                    left = stepsAPass();
                }
                left--;
                return pass.next();
            }
        };
    }

    private int stepsAPass() {
        return data.train().size() / batch;
    }
}
