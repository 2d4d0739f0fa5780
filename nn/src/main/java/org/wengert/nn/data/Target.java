package org.wengert.nn.data;

import java.util.List;
import java.util.Optional;
import org.wengert.error.Excerpt;

/**
 * What a model tells of a sample, and what its outputs mean: plain data.
 *
 * @param names      of the target's columns: one for each number, or the one that holds the class
 * @param kind       numbers, signs or classes
 * @param classNames by class number, that of -1 before that of +1; empty if targets are numbers
 * @param scaler     what target numbers went through before training; empty if nothing, or if targets are classes
 */
public record Target(List<String> names, TargetKind kind, List<String> classNames, Optional<Scaler> scaler) {
    /**
     * Takes copies.
     *
     * @throws DataException if names, class names and scaler do not suit the kind
     */
    public Target {
        names = List.copyOf(names);
        classNames = List.copyOf(classNames);
        boolean numbers = kind == TargetKind.NUMBERS;
        int classes = classNames.size();
        boolean named = numbers ? classes == 0 : kind == TargetKind.SIGNS ? classes == 2 : classes > 0;
        if (!named || names.isEmpty() || !numbers && names.size() > 1) {
            throw new DataException("target: names do not suit " + kind + ": " + names.size() + " columns and "
                    + classes + " class names");
        }
        int width = scaler.map(Scaler::width).orElse(names.size());
        if (scaler.isPresent() && !numbers || width != names.size()) {
            throw new DataException("target: the scaler does not suit " + kind + ": it has " + width + " columns, "
                    + names.size() + " are named");
        }
    }

    /** How many outputs a model of it needs, as {@link DataSet#outputs} has it. */
    public int outputs() {
        return kind == TargetKind.CLASSES ? classNames.size() : names.size();
    }

    /**
     * The target numbers that a model's outputs stand for: its scaling undone.
     *
     * @throws DataException if targets are classes, or there are more or fewer outputs
     */
    public double[] numbers(double... outputs) {
        if (kind != TargetKind.NUMBERS) {
            throw new DataException("target: no numbers are told but classes; use classOf");
        }
        checkCount(outputs.length);
        return scaler.map(fitted -> fitted.inverse(outputs)).orElseGet(outputs::clone);
    }

    /**
     * The number of the class that a model's outputs tell: that of the largest one, the first of several equal ones; of a
     * single score, 1 above 0 and 0 elsewhere. -1 if one is NaN: none is told.
     *
     * @throws DataException if targets are numbers, or there are more or fewer outputs
     */
    public int classOf(double... outputs) {
        if (kind == TargetKind.NUMBERS) {
            throw new DataException("target: no classes are told but numbers; use numbers");
        }
        checkCount(outputs.length);
        return kind.classOf(outputs, 0, outputs.length);
    }

    private void checkCount(int outputs) {
        if (outputs != outputs()) {
            throw new DataException("target: wrong number of outputs: '" + Excerpt.of(names.get(0)) + "' needs "
                    + outputs() + ", got " + outputs);
        }
    }
}
