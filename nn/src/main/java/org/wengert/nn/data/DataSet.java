package org.wengert.nn.data;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Samples: a row of input numbers each, and what a model shall tell of it. Immutable; a data set taken from another
 * shares its storage. Every input is finite, and there is at least one sample and one input.
 */
public final class DataSet {
    private final Features features;
    private final SampleLayout layout;
    private final double[] targets;
    private final int[] order;

    private DataSet(Features features, SampleLayout layout, double[] targets, int... order) {
        this.features = features;
        this.layout = layout;
        this.targets = targets;
        this.order = order;
    }

    /**
     * Samples with one target number or several.
     *
     * @param featureNames a name for each input of a sample
     * @param features     inputs, row-major, copied
     * @param targetWidth  how many target numbers a sample has
     * @param targets      target numbers, row-major, copied
     * @throws DataException if counts do not fit together, or a number is not finite
     */
    public static DataSet numbers(List<String> featureNames, double[] features, int targetWidth, double... targets) {
        Features stored = plain(featureNames, features);
        Checks.positive("target numbers a sample", targetWidth);
        Checks.count("targets", stored.count() * (long) targetWidth, targets.length);
        Checks.finite("target", targets, targetWidth);
        SampleLayout layout = new SampleLayout(List.copyOf(featureNames), TargetKind.NUMBERS, targetWidth, List.of());
        return of(stored, layout, targets.clone());
    }

    /** {@link #numbers(List, double[], int, double...)} from rows; inputs are named {@code x0}, {@code x1} and so on. */
    public static DataSet numbers(double[][] features, double[][] targets) {
        int width = Checks.width("target", targets);
        return numbers(named(features), Checks.flat("feature", features), width, Checks.flat("target", targets));
    }

    /**
     * Samples of two classes, told by -1 and +1.
     *
     * @param classNames the name of class -1, then that of class +1
     * @param signs      -1 or +1 for each sample
     * @throws DataException if counts do not fit together, an input is not finite, or a sign is neither
     */
    public static DataSet signs(
            List<String> featureNames, double[] features, List<String> classNames, double... signs) {
        Features stored = plain(featureNames, features);
        Checks.count("signs", stored.count(), signs.length);
        Checks.count("class names", 2, classNames.size());
        Checks.signs(signs);
        SampleLayout layout = new SampleLayout(List.copyOf(featureNames), TargetKind.SIGNS, 1, List.copyOf(classNames));
        return of(stored, layout, signs.clone());
    }

    /** {@link #signs(List, double[], List, double...)} from rows; inputs are named {@code x0}, {@code x1} and so on. */
    public static DataSet signs(double[][] features, double... signs) {
        return signs(named(features), Checks.flat("feature", features), List.of("-1", "1"), signs);
    }

    /**
     * Samples of several classes, told by their numbers.
     *
     * @param classNames a name for each class, in the order of their numbers
     * @param classes    the class of each sample, counted from 0
     * @throws DataException if counts do not fit together, an input is not finite, or a class is out of range
     */
    public static DataSet classes(
            List<String> featureNames, double[] features, List<String> classNames, int... classes) {
        return classes(plain(featureNames, features), List.copyOf(featureNames), classNames, classes);
    }

    /** {@link #classes(List, double[], List, int...)} from rows; inputs and classes are named by their numbers. */
    public static DataSet classes(double[][] features, int... classes) {
        int count = Arrays.stream(classes).max().orElse(0) + 1;
        return classes(named(features), Checks.flat("feature", features), Names.counted("", count), classes);
    }

    /** NOTE: the names of inputs are not copied: those of large images are not even kept. */
    static DataSet classes(Features features, List<String> featureNames, List<String> classNames, int... classes) {
        Checks.count("classes", features.count(), classes.length);
        Checks.classes(classNames.size(), classes);
        double[] targets = Arrays.stream(classes).asDoubleStream().toArray();
        return of(features, new SampleLayout(featureNames, TargetKind.CLASSES, 1, List.copyOf(classNames)), targets);
    }

    private static Features plain(List<String> names, double[] features) {
        Checks.rectangle(names.size(), features.length);
        Checks.finite("input", features, names.size());
        return new Features.Plain(names.size(), features.clone());
    }

    private static List<String> named(double[][] features) {
        return Names.counted("x", Checks.width("feature", features));
    }

    /** What was checked before; not copied. */
    static DataSet of(Features features, SampleLayout layout, double... targets) {
        return new DataSet(features, layout, targets, Permutations.identity(features.count()));
    }

    DataSet withFeatures(Features other) {
        return new DataSet(other, layout, targets, order);
    }

    /** The same samples with targets that a rule has changed in place, row-major and as they are stored. */
    DataSet withTargets(Consumer<double[]> rule) {
        double[] changed = targets.clone();
        rule.accept(changed);
        return new DataSet(features, layout, changed, order);
    }

    Features features() {
        return features;
    }

    /**
     * The samples at these positions, in this order; a position may repeat.
     *
     * @throws DataException if there is none of them, or a position does not exist
     */
    public DataSet select(int... positions) {
        if (positions.length == 0) {
            throw new DataException("data set: no samples are left: none was selected of " + size());
        }
        int[] chosen = new int[positions.length];
        for (int i = 0; i < chosen.length; i++) {
            if (positions[i] < 0 || positions[i] >= size()) {
                throw new DataException("data set: no such sample: " + positions[i] + " of " + size());
            }
            chosen[i] = order[positions[i]];
        }
        return new DataSet(features, layout, targets, chosen);
    }

    /** The first {@code n} samples, or all if there are fewer. */
    public DataSet take(int n) {
        return select(Permutations.identity(Math.min(Math.max(n, 0), size())));
    }

    /** The same samples in random order. */
    public DataSet shuffled(RandomGenerator random) {
        return select(Permutations.shuffle(Permutations.identity(size()), random));
    }

    /**
     * Shuffles and divides.
     *
     * @param fraction the share of the first part, rounded to whole samples
     * @throws DataException if the fraction is not between 0 and 1, or a part would be empty
     */
    public Split split(double fraction, RandomGenerator random) {
        return parts(Splitter.plain(size(), fraction, random));
    }

    /**
     * Shuffles and divides so that each class has the same share in both parts, as far as whole samples go.
     *
     * @throws DataException if there are no classes, or one has fewer than two samples
     */
    public Split stratifiedSplit(double fraction, RandomGenerator random) {
        return parts(Splitter.stratified(strata("stratified split"), fraction, random));
    }

    private Split parts(int[][] positions) {
        return new Split(select(positions[0]), select(positions[1]));
    }

    /** The samples by class. */
    Strata strata(String operation) {
        layout.requireClasses(operation);
        return new Strata(
                classNames(), IntStream.range(0, size()).map(this::classOf).toArray());
    }

    /** The samples in order, in batches of this size; the last batch holds what is left. */
    public Iterable<Batch> batches(int size) {
        return new Batches(this, size, () -> Permutations.identity(size()));
    }

    /** The samples in batches of this size, shuffled anew for each pass; the last batch holds what is left. */
    public Iterable<Batch> batches(int size, RandomGenerator random) {
        return new Batches(this, size, () -> Permutations.shuffle(Permutations.identity(size()), random));
    }

    /** All samples in one batch. */
    public Batch batch() {
        return new Batch(this);
    }

    /** How many samples there are. */
    public int size() {
        return order.length;
    }

    /** How many inputs a sample has. */
    public int width() {
        return features.width();
    }

    /** How many outputs a model of this data needs: one a class, one in all for signs, one a target number. */
    public int outputs() {
        return layout.outputs();
    }

    /** What a model shall tell. */
    public TargetKind kind() {
        return layout.kind();
    }

    /** A name for each input. */
    public List<String> featureNames() {
        return layout.featureNames();
    }

    /** A name for each class, by its number; none if targets are numbers. */
    public List<String> classNames() {
        return layout.classNames();
    }

    /** The inputs of a sample, as a copy. */
    public double[] row(int sample) {
        double[] row = new double[width()];
        features.read(order[sample], row, 0);
        return row;
    }

    /** The target of a sample: its numbers, its sign, or its class number. */
    public double[] target(int sample) {
        int from = order[sample] * layout.targetWidth();
        return Arrays.copyOfRange(targets, from, from + layout.targetWidth());
    }

    /**
     * The class number of a sample; of signs, -1 is class 0 and +1 is class 1.
     *
     * @throws DataException if targets are numbers
     */
    public int classOf(int sample) {
        layout.requireClasses("class");
        double target = targets[order[sample]];
        return kind() == TargetKind.SIGNS ? (target > 0 ? 1 : 0) : (int) target;
    }

    /** The targets of all samples, row-major. */
    public double[] targetNumbers() {
        int width = layout.targetWidth();
        double[] numbers = new double[size() * width];
        for (int i = 0; i < size(); i++) {
            System.arraycopy(targets, order[i] * width, numbers, i * width, width);
        }
        return numbers;
    }

    /** The same samples read out into arrays of their own, row after row. */
    DataSet gathered() {
        return of(new Features.Plain(width(), inputs()), layout, targets());
    }

    /** The inputs of all samples, row-major: not a copy where they are stored so. */
    double[] inputs() {
        if (features instanceof Features.Plain plain && isWhole()) {
            return plain.numbers();
        }
        double[] numbers = new double[Checks.room(size(), width())];
        for (int i = 0; i < size(); i++) {
            read(i, numbers, i * width());
        }
        return numbers;
    }

    /** Whether {@link #inputs} need not be copied. */
    boolean isInOrder() {
        return features instanceof Features.Plain && isWhole();
    }

    /** Copies the inputs of a sample into an array, from a position on. */
    void read(int sample, double[] into, int at) {
        features.read(order[sample], into, at);
    }

    /** The targets of all samples, row-major: not a copy where they are stored so. */
    double[] targets() {
        return isWhole() ? targets : targetNumbers();
    }

    /** Whether the samples are all that are stored, in the order in which they are. */
    private boolean isWhole() {
        return order.length == features.count() && Permutations.isIdentity(order);
    }

    SampleLayout layout() {
        return layout;
    }
}
