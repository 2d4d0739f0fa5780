package org.wengert.nn;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.wengert.nn.data.DataException;
import org.wengert.nn.data.DataSet;

/**
 * How often samples of one class were told to be of another, and what follows from that. A class is told as
 * {@link Metrics#accuracy} has it; where an output is NaN none is told, which counts as a miss of the class the sample has.
 *
 * <p>Where a measure divides 0 by 0, it is 0: the precision of a class that is never told, the recall of one that has no
 * samples. Immutable.
 */
public final class ConfusionMatrix {
    private final List<String> classNames;
    /** Of each class, how often each was told and, last, how often none was. */
    private final long[][] counts;

    private ConfusionMatrix(List<String> classNames, long[][] counts) {
        this.classNames = classNames;
        this.counts = counts;
    }

    /**
     * Counts what outputs tell of samples.
     *
     * @param outputs row-major, {@code [samples, outputs]}
     * @throws DataException if there are no classes, or counts do not fit together
     */
    public static ConfusionMatrix of(double[] outputs, DataSet data) {
        Metrics.checkClasses("confusion matrix", outputs, data);
        int width = data.outputs();
        int[] actual = IntStream.range(0, data.size()).map(data::classOf).toArray();
        int[] told = IntStream.range(0, data.size())
                .map(i -> data.kind().classOf(outputs, i * width, width))
                .toArray();
        return of(data.classNames(), actual, told);
    }

    /**
     * Counts pairs of classes.
     *
     * @param actual the class that each sample has
     * @param told   the class that was told of it, -1 for none
     * @throws DataException if there are more of one than of the other, or a class is out of range
     */
    public static ConfusionMatrix of(List<String> classNames, int[] actual, int[] told) {
        int classes = classNames.size();
        if (actual.length != told.length) {
            throw new DataException("confusion matrix: a class must be told of each sample: " + actual.length
                    + " samples, " + told.length + " are told");
        }
        long[][] counts = new long[classes][classes + 1];
        for (int i = 0; i < actual.length; i++) {
            if (actual[i] < 0 || actual[i] >= classes || told[i] < -1 || told[i] >= classes) {
                throw new DataException("confusion matrix: class out of range: sample " + i + " has class " + actual[i]
                        + " and was told as " + told[i] + ", classes are 0 to " + (classes - 1));
            }
            counts[actual[i]][told[i] < 0 ? classes : told[i]]++;
        }
        return new ConfusionMatrix(List.copyOf(classNames), counts);
    }

    /** The name of each class, by its number. */
    public List<String> classNames() {
        return classNames;
    }

    private int classes() {
        return classNames.size();
    }

    /** How many samples of one class were told to be of another, or of the same. */
    public long count(int actual, int told) {
        return counts[actual][told];
    }

    /** Of how many samples of a class none was told. */
    public long untold(int actual) {
        return counts[actual][classes()];
    }

    /** How many samples a class has. */
    public long samples(int actual) {
        return Arrays.stream(counts[actual]).sum();
    }

    /** How many samples there are. */
    public long samples() {
        return sum(this::samples);
    }

    /** Of how many samples a class was told. */
    public long told(int predicted) {
        return Arrays.stream(counts).mapToLong(row -> row[predicted]).sum();
    }

    /** The share of samples whose class was told. */
    public double accuracy() {
        return ratio(right(), samples());
    }

    /** The share of those that were told to be of a class which are: {@code tp / (tp + fp)}. */
    public double precision(int c) {
        return ratio(counts[c][c], told(c));
    }

    /** The share of a class's samples that were told to be: {@code tp / (tp + fn)}. */
    public double recall(int c) {
        return ratio(counts[c][c], samples(c));
    }

    /** The harmonic mean of precision and recall: {@code 2 tp / (2 tp + fp + fn)}. */
    public double f1(int c) {
        return ratio(2 * counts[c][c], told(c) + samples(c));
    }

    /** {@link #precision(int)} of all classes. */
    public double precision(Average average) {
        return average == Average.MICRO ? ratio(right(), sum(this::told)) : mean(average, this::precision);
    }

    /** {@link #recall(int)} of all classes. */
    public double recall(Average average) {
        return average == Average.MICRO ? accuracy() : mean(average, this::recall);
    }

    /** {@link #f1(int)} of all classes; macro, it is the mean of their F1, not that of mean precision and recall. */
    public double f1(Average average) {
        return average == Average.MICRO ? ratio(2 * right(), sum(this::told) + samples()) : mean(average, this::f1);
    }

    private long right() {
        return sum(c -> counts[c][c]);
    }

    private interface OfClass {
        long of(int c);
    }

    private long sum(OfClass counted) {
        return IntStream.range(0, classes()).mapToLong(counted::of).sum();
    }

    private double mean(Average average, IntToDoubleFunction measure) {
        double sum = 0;
        double weights = 0;
        for (int c = 0; c < classes(); c++) {
            boolean occurs = samples(c) + told(c) > 0;
            double weight = average == Average.WEIGHTED ? samples(c) : occurs ? 1 : 0;
            sum += weight * measure.applyAsDouble(c);
            weights += weight;
        }
        return ratio(sum, weights);
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfusionMatrix that
                && classNames.equals(that.classNames)
                && Arrays.deepEquals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(counts);
    }

    /** A table: a row for each class that samples have, a column for each that was told. */
    @Override
    public String toString() {
        return ConfusionTable.of(this);
    }
}
