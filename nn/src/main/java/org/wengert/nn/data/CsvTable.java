package org.wengert.nn.data;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table from a CSV file (RFC 4180, UTF-8, with or without a byte order mark). Blanks around a field do not count, and a
 * field that is empty, {@code NA}, {@code NaN} or {@code ?} is a missing value. A column is of numbers unless it is told to be
 * of categories, or most of its fields that are not missing are no numbers. Lines with nothing but blanks are skipped.
 *
 * <pre>{@code
 * Table table = CsvTable.of(path).categories("zip").read();
 * TableSplit split = table.split(0.8, random);
 * Preprocessing fitted = Preprocessing.fit(split.train(), Preparation.of("price").scaling(Scaling.STANDARDIZE));
 * Split data = split.apply(fitted);
 * }</pre>
 *
 * <p>A file is read twice, first to find what its columns hold, unless that is told of all of them.
 */
public final class CsvTable {
    private final Path file;
    private final boolean header;
    private final Map<String, ColumnKind> named;
    private final Map<String, ColumnKind> fitted;
    private final long limit;

    private CsvTable(
            Path file, boolean header, Map<String, ColumnKind> named, Map<String, ColumnKind> fitted, long limit) {
        this.file = file;
        this.header = header;
        this.named = named;
        this.fitted = fitted;
        this.limit = limit;
    }

    /** A file with a header, of which all is read, until told otherwise. */
    public static CsvTable of(Path file) {
        return new CsvTable(file, true, Map.of(), Map.of(), Long.MAX_VALUE);
    }

    /** The first line is data; columns are named {@code 0}, {@code 1} and so on. */
    public CsvTable headerless() {
        return new CsvTable(file, false, named, fitted, limit);
    }

    /** These columns hold numbers: a field that is no number is a mistake. */
    public CsvTable numbers(String... columns) {
        return with(ColumnKind.NUMBERS, Stream.of(columns));
    }

    /** These columns hold names, also where they look like numbers. */
    public CsvTable categories(String... columns) {
        return with(ColumnKind.CATEGORIES, Stream.of(columns));
    }

    private CsvTable with(ColumnKind kind, Stream<String> columns) {
        Map<String, ColumnKind> all = new HashMap<>(named);
        columns.forEach(column -> all.put(column, kind));
        return new CsvTable(file, header, Map.copyOf(all), fitted, limit);
    }

    /** Columns hold what they held when this preprocessing was fitted, and need not all be there: for other samples. */
    public CsvTable kindsOf(Preprocessing preprocessing) {
        return new CsvTable(file, header, named, preprocessing.kinds(), limit);
    }

    /** At most the first rows: enough to fit a preprocessing for a file that is larger than memory. */
    public CsvTable limit(long rows) {
        return new CsvTable(file, header, named, fitted, rows);
    }

    /**
     * Reads the file.
     *
     * @throws DataException if it cannot be read, is no UTF-8 text, is empty, is larger than memory, has a quote that is not
     *     closed, has no such column as was named, two columns share a name, or a row has more or fewer fields than the
     *     first or, in a column of numbers, one that is no finite number; the text names line and column
     */
    public Table read() {
        try (CsvRows rows = CsvRows.open(file, header)) {
            Names.checkDistinct(file, rows.names());
            List<ColumnKind> all = kinds(rows.names());
            TableReader reader = new TableReader(Optional.of(file), rows.names(), all);
            long count = 0;
            for (; count < limit && rows.next(); count++) {
                reader.add(rows.line(), new TextRow(rows.fields(), rows::place));
            }
            if (count == 0) {
                throw new DataException("csv: no data: " + file + " has a header and no rows");
            }
            return reader.table();
        } catch (OutOfMemoryError e) {
            throw DataException.noRoom("csv", file, e);
        }
    }

    private List<ColumnKind> kinds(List<String> names) {
        Map<String, Integer> numbered = Names.numbered(names);
        named.keySet().stream().sorted().forEach(name -> Names.position(numbered, name, names, Optional.of(file)));
        Map<String, ColumnKind> kinds = new HashMap<>(fitted);
        kinds.putAll(named);
        List<ColumnKind.Census> found =
                names.stream().map(name -> new ColumnKind.Census()).collect(Collectors.toUnmodifiableList());
        if (!kinds.keySet().containsAll(names)) {
            count(found);
        }
        return IntStream.range(0, names.size())
                .mapToObj(i -> kinds.getOrDefault(names.get(i), found.get(i).kind()))
                .collect(Collectors.toUnmodifiableList());
    }

    private void count(List<ColumnKind.Census> columns) {
        try (CsvRows rows = CsvRows.open(file, header)) {
            for (long count = 0; count < limit && rows.next(); count++) {
                for (int column = 0; column < columns.size(); column++) {
                    columns.get(column).add(rows.fields().get(column).strip());
                }
            }
        }
    }
}
