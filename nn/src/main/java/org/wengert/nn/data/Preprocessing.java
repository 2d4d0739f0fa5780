package org.wengert.nn.data;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.wengert.error.Excerpt;

/**
 * The way from a row of a table to a model's inputs, and back from its outputs: which columns, in which order, the known
 * categories, what is filled in, and the scale. Fitted on training samples alone, immutable, and plain data: what a model
 * file keeps of it says all of it.
 *
 * <p>A row goes through it in three steps: missing values are treated as {@code missing} says, columns of categories become
 * an input for each category, and columns of numbers, and they alone, are scaled.
 *
 * @param columns the inputs' columns, in the order of the model's inputs
 * @param missing what becomes of missing values; columns have something to fill in where this is {@link Missing#FILL}, and
 *                nowhere else
 * @param unknown what becomes of categories that training did not know
 * @param scaler  of the columns of numbers, in their order among the inputs; empty if they stay as they are
 * @param target  what the outputs mean
 */
public record Preprocessing(
        List<InputColumn> columns, Missing missing, UnknownCategory unknown, Optional<Scaler> scaler, Target target) {
    /**
     * Takes a copy.
     *
     * @throws DataException if there is no column, two share a name, one has a fill value and should not or the
     *     other way round, or the scaler has
     *     more or fewer columns than are of numbers
     */
    public Preprocessing {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new DataException("preprocessing: no inputs: a model needs at least one column");
        }
        Set<String> names = new HashSet<>();
        for (InputColumn column : columns) {
            if (!names.add(column.name())) {
                throw new DataException("preprocessing: two columns share a name: '" + Excerpt.of(column.name()) + "'");
            }
            if (isFilled(column) != (missing == Missing.FILL)) {
                throw new DataException("preprocessing: rule and fill value do not fit together: " + missing
                        + ", and column '" + Excerpt.of(column.name()) + "' has "
                        + (isFilled(column) ? "a" : "no") + " fill value");
            }
        }
        long numbers =
                columns.stream().filter(InputColumn.Numbers.class::isInstance).count();
        if (scaler.isPresent() && scaler.get().width() != numbers) {
            throw new DataException("preprocessing: wrong number of columns: the scaler has "
                    + scaler.get().width() + ", of numbers are " + numbers);
        }
    }

    private static boolean isFilled(InputColumn column) {
        return column instanceof InputColumn.Categories categories
                ? categories.fill().isPresent()
                : ((InputColumn.Numbers) column).fill().isPresent();
    }

    /**
     * Fits to the rows of a table: known categories and classes in the order of their names (by size if all are numbers, else
     * as text), what is filled in, and the scale, which is that of the rows as they are filled. Rows that are dropped do not
     * count.
     *
     * @throws DataException if a column does not exist, no input is left, a value is missing and that is refused, or all
     *     values of a column are missing
     */
    public static Preprocessing fit(Table train, Preparation preparation) {
        return new Fitting(train, preparation).fit();
    }

    /**
     * The inputs and targets of a data set as they are: no column of categories, nothing missing, nothing scaled. The
     * target's columns are named {@code target}, or {@code target0} and so on if there are several.
     */
    public static Preprocessing of(DataSet data) {
        List<InputColumn> columns = data.featureNames().stream()
                .map(name -> new InputColumn.Numbers(name, OptionalDouble.empty()))
                .collect(Collectors.toUnmodifiableList());
        Target target = new Target(targetNames(data), data.kind(), data.classNames(), Optional.empty());
        return new Preprocessing(columns, Missing.REFUSE, UnknownCategory.REFUSE, Optional.empty(), target);
    }

    private static List<String> targetNames(DataSet data) {
        int count = data.kind() == TargetKind.NUMBERS ? data.outputs() : 1;
        return count == 1 ? List.of("target") : Names.counted("target", count);
    }

    /** The same with columns of numbers scaled. */
    public Preprocessing withScaler(Scaler fitted) {
        return new Preprocessing(columns, missing, unknown, Optional.of(fitted), target);
    }

    /** The same with target numbers scaled. */
    public Preprocessing withTargetScaler(Scaler fitted) {
        Target scaled = new Target(target.names(), target.kind(), target.classNames(), Optional.of(fitted));
        return new Preprocessing(columns, missing, unknown, scaler, scaled);
    }

    /** How many inputs a model has. */
    public int width() {
        return columns.stream().mapToInt(InputColumn::width).sum();
    }

    /** A name for each of a model's inputs: the column's, and of categories {@code colour=red}. */
    public List<String> featureNames() {
        return columns.stream()
                .flatMap(column -> column.featureNames().stream())
                .collect(Collectors.toUnmodifiableList());
    }

    /**
     * The inputs and targets of a table's rows, without those that are dropped.
     *
     * @throws DataException if a column is missing or of the wrong kind, a category or class is unknown and that is refused, a
     *     value is missing and neither filled nor its row dropped, or no row is left
     */
    public DataSet apply(Table table) {
        return new TableEncoder(this, table).dataSet();
    }

    /**
     * A model's inputs of each row of a table, whose targets need not be there.
     *
     * @throws DataException if a column is missing or of the wrong kind, a category is unknown and that is refused, or a value
     *     is missing and not filled
     */
    public double[][] inputs(Table table) {
        return new TableEncoder(this, table).inputs();
    }

    /**
     * A model's inputs of one row.
     *
     * @param fields text by name of column, blanks around it not counting; nothing, null, {@code NA}, {@code NaN} and {@code ?}
     *     are missing values; columns that are no inputs are ignored
     * @throws DataException if a column is missing, a text is no finite number that should be one, a category is unknown and
     *     that is refused, or a value is missing and not filled
     */
    public double[] apply(Map<String, String> fields) {
        List<String> names = fields.keySet().stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableList());
        List<String> texts = names.stream()
                .map(name -> Objects.requireNonNullElse(fields.get(name), ""))
                .collect(Collectors.toUnmodifiableList());
        double[] row = new double[width()];
        new Encoder(this, names, Optional.empty()).encode(new TextRow(texts, i -> Place.of(i, names.get(i))), row, 0);
        return row;
    }

    /**
     * A model's inputs of one row of numbers, in the order of the columns; a NaN is a missing value.
     *
     * @throws DataException if a column is of categories, there are more or fewer numbers than columns, one is infinite, or
     *     one is missing and not filled
     */
    public double[] apply(double... numbers) {
        double[] row = new double[width()];
        new Encoder(this, columnNames(), Optional.empty()).encode(new NumberRow(this, numbers), row, 0);
        return row;
    }

    /** The names of the inputs' columns. */
    public List<String> columnNames() {
        return columns.stream().map(InputColumn::name).collect(Collectors.toUnmodifiableList());
    }

    /** What its columns hold, those of the target among them, by name. */
    Map<String, ColumnKind> kinds() {
        Map<String, ColumnKind> kinds = new HashMap<>();
        ColumnKind told = target.kind() == TargetKind.NUMBERS ? ColumnKind.NUMBERS : ColumnKind.CATEGORIES;
        target.names().forEach(name -> kinds.put(name, told));
        columns.forEach(column -> kinds.put(
                column.name(), column instanceof InputColumn.Numbers ? ColumnKind.NUMBERS : ColumnKind.CATEGORIES));
        return kinds;
    }

    /** What samples look like that came through this. */
    SampleLayout layout() {
        return new SampleLayout(featureNames(), target.kind(), target.names().size(), target.classNames());
    }
}
