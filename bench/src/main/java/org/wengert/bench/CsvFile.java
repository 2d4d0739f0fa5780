package org.wengert.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.wengert.nn.Activation;
import org.wengert.nn.Randoms;
import org.wengert.nn.data.ColumnKind;
import org.wengert.nn.data.CsvTable;
import org.wengert.nn.data.Missing;
import org.wengert.nn.data.Preparation;
import org.wengert.nn.data.Preprocessing;
import org.wengert.nn.data.Scaling;
import org.wengert.nn.data.Table;
import org.wengert.nn.data.TableSplit;

/**
 * Samples from a user's own CSV file with a header: four fifths to learn from, the rest to be judged by, classes evenly
 * in both. Columns of numbers are standardised by the training part, and so is a target of numbers: its squared error is
 * then in units of its variance, whatever it measures. Columns of names become an input for each name.
 */
final class CsvFile {
    /** What to train with unless told otherwise. */
    static final Recipe RECIPE = new Recipe(List.of(16, 16), Activation.TANH, OptimizerKind.ADAM, 0.01, 0, 100, 32);

    private CsvFile() {}

    /**
     * The samples of a seed.
     *
     * @param classes whether numbers in the target column are names of classes
     */
    static Samples load(Path file, String target, boolean classes, Missing missing, long seed) {
        CsvTable csv = CsvTable.of(file);
        Table all = (classes ? csv.categories(target) : csv).read();
        boolean numbers = all.kind(target) == ColumnKind.NUMBERS;
        RandomGenerator random = Randoms.seeded(Seeds.of(seed).data());
        TableSplit split = numbers
                ? all.split(Dataset.TRAINING_SHARE, random)
                : all.stratifiedSplit(target, Dataset.TRAINING_SHARE, random);
        Preprocessing fitted = Preprocessing.fit(
                split.train(),
                Preparation.of(target)
                        .missing(missing)
                        .scaling(Scaling.STANDARDIZE)
                        .targetScaling(numbers ? Scaling.STANDARDIZE : Scaling.NONE));
        return new Samples(split.apply(fitted), fitted);
    }
}
