package org.wengert.nn.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of named columns, each of numbers or of categories, in which values may be missing: data as it comes, before a
 * {@link Preprocessing} makes inputs and targets of it. Immutable.
 */
public final class Table {
    private final Optional<Path> file;
    private final List<String> names;
    private final List<Column> columns;
    private final long[] lines;

    Table(Optional<Path> file, List<String> names, List<Column> columns, long... lines) {
        this.file = file;
        this.names = names;
        this.columns = columns;
        this.lines = lines;
    }

    /**
     * A table of texts in memory, each column's kind told from its fields as {@link CsvTable} does. Messages count its rows
     * from 0.
     *
     * @throws DataException if there is no row, one has more or fewer fields than there are names, two names are the same,
     *     or a column of numbers has a field that is no finite number
     */
    public static Table of(List<String> names, List<List<String>> rows) {
        return TableReader.read(names, rows);
    }

    /** How many rows there are. */
    public int size() {
        return lines.length;
    }

    /** The names of the columns, in their order. */
    public List<String> names() {
        return names;
    }

    /**
     * What a column holds.
     *
     * @throws DataException if there is no such column
     */
    public ColumnKind kind(String column) {
        return column(position(column)) instanceof Column.Numbers ? ColumnKind.NUMBERS : ColumnKind.CATEGORIES;
    }

    /**
     * A number; empty if it is missing.
     *
     * @throws DataException if there is no such column, or it holds categories
     */
    public OptionalDouble number(int row, String column) {
        double number = row(row).number(position(column));
        return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    /**
     * The name of a category; empty if it is missing.
     *
     * @throws DataException if there is no such column, or it holds numbers
     */
    public Optional<String> category(int row, String column) {
        return Optional.of(row(row).text(position(column))).filter(text -> !text.isEmpty());
    }

    /**
     * How many values of a column are missing.
     *
     * @throws DataException if there is no such column
     */
    public long missing(String column) {
        Column wanted = column(position(column));
        return IntStream.range(0, size()).filter(wanted::isMissing).count();
    }

    int position(String column) {
        return Names.position(Names.numbered(names), column, names, file);
    }

    Column column(int position) {
        return columns.get(position);
    }

    TableRow row(int row) {
        return new TableRow(this, row);
    }

    /** The file that it was read from, if it was. */
    Optional<Path> file() {
        return file;
    }

    /** Where a field stands. */
    Place place(int row, int column) {
        return new Place(file, lines[row], column, names.get(column));
    }

    /**
     * The rows at these positions, in this order; a position may repeat.
     *
     * @throws DataException if there is none of them, or a position does not exist
     */
    public Table select(int... rows) {
        if (rows.length == 0) {
            throw new DataException("table: no rows are left: none was selected of " + size());
        }
        long[] chosen = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] < 0 || rows[i] >= size()) {
                throw new DataException("table: no such row: " + rows[i] + " of " + size());
            }
            chosen[i] = lines[rows[i]];
        }
        List<Column> selected =
                columns.stream().map(column -> column.select(rows)).collect(Collectors.toUnmodifiableList());
        return new Table(file, names, selected, chosen);
    }

    /**
     * Shuffles and divides.
     *
     * @param fraction the share of the first part, rounded to whole rows
     * @throws DataException if the fraction is not between 0 and 1, or a part would be empty
     */
    public TableSplit split(double fraction, RandomGenerator random) {
        return TableSplit.of(this, Splitter.plain(size(), fraction, random));
    }

    /**
     * Shuffles and divides so that each category of a column has the same share in both parts, as far as whole rows go.
     *
     * @throws DataException if there is no such column, it holds numbers, one of its values is missing, or a category has
     *     fewer than two rows
     */
    public TableSplit stratifiedSplit(String column, double fraction, RandomGenerator random) {
        return TableSplit.of(this, Splitter.stratified(strata(column), fraction, random));
    }

    /** The rows by the categories of a column. */
    Strata strata(String column) {
        int position = position(column);
        List<String> categories = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            String category = row(i).text(position);
            if (category.isEmpty()) {
                Place place = place(i, position);
                throw new DataException("stratified split: missing value: " + place, place);
            }
            categories.add(category);
        }
        List<String> classes = Names.sorted(categories);
        Map<String, Integer> numbered = Names.numbered(classes);
        return new Strata(classes, categories.stream().mapToInt(numbered::get).toArray());
    }
}
