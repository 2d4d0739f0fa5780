package org.wengert.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.wengert.nn.Activation;
import org.wengert.nn.Randoms;
import org.wengert.nn.data.CsvData;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.Split;
import org.wengert.nn.data.TargetKind;

/**
 * Samples from a user's own CSV file with a header: four fifths to learn from, the rest to be judged by, classes evenly
 * in both. Inputs are standardised by the training part, and so is a target of numbers: its squared error is then in
 * units of its variance, whatever it measures.
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
    static Split load(Path file, String target, boolean classes, long seed) {
        CsvData csv = CsvData.of(file).target(target);
        DataSet all = (classes ? csv.classes() : csv).read();
        RandomGenerator random = Randoms.seeded(Seeds.of(seed).data());
        if (all.kind() != TargetKind.NUMBERS) {
            return all.stratifiedSplit(Dataset.TRAINING_SHARE, random).standardized();
        }
        return all.split(Dataset.TRAINING_SHARE, random).standardized().standardizedTargets();
    }
}
