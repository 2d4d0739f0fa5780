package org.wengert.bench;

import static org.wengert.bench.OptimizerKind.ADAM;
import static org.wengert.nn.Activation.RELU;
import static org.wengert.nn.Activation.TANH;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.wengert.bench.report.Pixels;
import org.wengert.nn.Randoms;
import org.wengert.nn.data.CsvData;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.Mnist;
import org.wengert.nn.data.Moons;
import org.wengert.nn.data.SeedRegression;
import org.wengert.nn.data.Split;

/** The data sets that the command line knows by name: where each comes from and what suits it. */
enum Dataset {
    /** Two interleaving half circles; test samples are drawn anew. */
    MOONS(new Recipe(List.of(16, 16), RELU, ADAM, 0.05, 1e-4, 100, 100), "") {
        @Override
        Samples read(Path data, RandomGenerator random) {
            return Samples.plain(new Split(Moons.of(100, 0.1, random), Moons.of(1000, 0.1, random)));
        }
    },
    /** A curved surface with noise; test samples are drawn anew. */
    REGRESSION(new Recipe(List.of(8, 8), TANH, ADAM, 0.02, 0, 200, 20), "") {
        @Override
        Samples read(Path data, RandomGenerator random) {
            return Samples.plain(new Split(SeedRegression.of(200, random), SeedRegression.of(200, random)));
        }
    },
    /** Handwritten digits of 8 by 8 pixels. */
    DIGITS(new Recipe(List.of(32), RELU, ADAM, 0.005, 0, 20, 32), "digits.csv") {
        @Override
        Samples read(Path data, RandomGenerator random) {
            DataSet all = CsvData.of(data).headerless().classes().read();
            return Samples.standardized(all.stratifiedSplit(TRAINING_SHARE, random));
        }
    },
    /** Three kinds of iris by four lengths. */
    IRIS(new Recipe(List.of(16), TANH, ADAM, 0.01, 0, 60, 16), "iris.csv") {
        @Override
        Samples read(Path data, RandomGenerator random) {
            DataSet all = CsvData.of(data).target("species").read();
            return Samples.standardized(all.stratifiedSplit(TRAINING_SHARE, random));
        }
    },
    /** Handwritten digits of 28 by 28 pixels, divided as they come. */
    MNIST(new Recipe(List.of(128), RELU, ADAM, 0.002, 0, 3, 64), "train-images-idx3-ubyte.gz") {
        @Override
        Samples read(Path data, RandomGenerator random) {
            return Samples.plain(new Split(Mnist.train(data), Mnist.test(data)));
        }

        @Override
        Path locate(Path given) {
            return given;
        }
    };

    /** The share of a file's samples to learn from, where the file does not say. */
    static final double TRAINING_SHARE = 0.8;

    private final Recipe recipe;
    private final String file;

    Dataset(Recipe recipe, String file) {
        this.recipe = recipe;
        this.file = file;
    }

    abstract Samples read(Path data, RandomGenerator random);

    /** The file, given the folder that holds it or the file itself. */
    Path locate(Path given) {
        return Files.isDirectory(given) ? given.resolve(file) : given;
    }

    /** What to train with unless told otherwise. */
    Recipe recipe() {
        return recipe;
    }

    /** The file it is read from; empty if it is generated. */
    String file() {
        return file;
    }

    /**
     * The samples of a seed.
     *
     * @param data the file or folder; ignored if generated
     */
    Samples load(Path data, long seed) {
        return read(locate(data), Randoms.seeded(Seeds.of(seed).data()));
    }

    /** What the samples of a data set look like; empty if they are no pictures. */
    static Optional<Pixels> pixels(String name) {
        return Optional.ofNullable(byName().get(name))
                .filter(dataset -> dataset == DIGITS || dataset == MNIST)
                .map(dataset -> new Pixels(dataset == DIGITS ? 8 : 28));
    }

    /** All of them by the name they have on the command line. */
    static Map<String, Dataset> byName() {
        Map<String, Dataset> byName = new LinkedHashMap<>();
        for (Dataset dataset : values()) {
            byName.put(dataset.toString(), dataset);
        }
        return byName;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
