package org.wengert.nn.data;

import java.util.List;

/**
 * What samples look like.
 *
 * @param featureNames a name for each input; not copied, for those of large images are not even kept
 * @param kind         of the targets
 * @param targetWidth  how many target numbers a sample has
 * @param classNames   by class number; none if targets are numbers
 */
record SampleLayout(List<String> featureNames, TargetKind kind, int targetWidth, List<String> classNames) {
    int width() {
        return featureNames.size();
    }

    /** How many outputs a model needs: one a class, one in all for signs, one a target number. */
    int outputs() {
        return kind == TargetKind.CLASSES ? classNames.size() : targetWidth;
    }

    /** Samples that are read from somewhere; not copied. */
    DataSet samples(double[] inputs, double... targets) {
        Checks.finite("input", inputs, width());
        Checks.finite("target", targets, targetWidth);
        return DataSet.of(new Features.Plain(width(), inputs), this, targets);
    }

    void requireNumbers(String operation) {
        if (kind != TargetKind.NUMBERS) {
            throw new DataException(operation + ": the data set has no target numbers: its targets are classes");
        }
    }

    void requireClasses(String operation) {
        if (kind == TargetKind.NUMBERS) {
            throw new DataException(operation + ": the data set has no classes: its targets are numbers");
        }
    }
}
