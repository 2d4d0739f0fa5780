package org.wengert.nn.data;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.wengert.error.Excerpt;

/**
 * A data set from a CSV file (RFC 4180, UTF-8, with or without a byte order mark): one column is the target, all others
 * are inputs and must hold finite numbers. A target of numbers stays numbers unless {@link #classes()} is asked for, and
 * a text among them is refused; a target that is mostly text becomes classes. Classes are numbered in order of their names: by size if all are
 * numbers, else as text. Lines with nothing but blanks are skipped.
 *
 * <pre>{@code
 * DataSet iris = CsvData.of(path).target("species").read();
 * DataSet digits = CsvData.of(path).headerless().classes().read();
 * }</pre>
 */
public final class CsvData {
    private final Path file;
    private final boolean header;
    private final boolean classes;
    private final String targetName;
    private final OptionalInt targetIndex;

    private CsvData(Path file, boolean header, boolean classes, String targetName, OptionalInt targetIndex) {
        this.file = file;
        this.header = header;
        this.classes = classes;
        this.targetName = targetName;
        this.targetIndex = targetIndex;
    }

    /** A file with a header, whose last column is the target, until told otherwise. */
    public static CsvData of(Path file) {
        return new CsvData(file, true, false, "", OptionalInt.of(-1));
    }

    /** Reads a file with a header. */
    public static DataSet read(Path file, String target) {
        return of(file).target(target).read();
    }

    /** The first line is data; columns are named {@code 0}, {@code 1} and so on. */
    public CsvData headerless() {
        return new CsvData(file, false, classes, targetName, targetIndex);
    }

    /** The target's column by name. */
    public CsvData target(String name) {
        return new CsvData(file, header, classes, name, OptionalInt.empty());
    }

    /** The target's column by position, counted from 0; -1 is the last. */
    public CsvData target(int column) {
        return new CsvData(file, header, classes, "", OptionalInt.of(column));
    }

    /** The target's fields are names of classes, also where they look like numbers. */
    public CsvData classes() {
        return new CsvData(file, header, true, targetName, targetIndex);
    }

    /**
     * Reads the whole file.
     *
     * @throws DataException if it cannot be read, is no UTF-8 text, is empty, is larger than memory, has a quote that is
     *     not closed, has no such target or no other column, or a row has more or fewer fields than the first, or a field
     *     that is empty, no number or not finite; the text names line and column
     */
    public DataSet read() {
        try (CsvRows rows = CsvRows.open(file, header)) {
            CsvColumns columns = new CsvColumns(file, rows.names(), target(rows.names()));
            while (rows.next()) {
                columns.add(rows);
            }
            return columns.dataSet(classes);
        } catch (OutOfMemoryError e) {
            throw DataException.noRoom("csv", file, e);
        }
    }

    private int target(List<String> names) {
        int last = names.size() - 1;
        int index = targetIndex.isEmpty() ? names.indexOf(targetName) : targetIndex.getAsInt();
        int counted = targetIndex.isPresent() && index == -1 ? last : index;
        if (counted < 0 || counted > last) {
            throw new DataException("csv: no such column: '"
                    + (targetIndex.isEmpty() ? Excerpt.of(targetName) : index) + "' in " + file + ": columns are "
                    + Excerpt.list(names));
        }
        return counted;
    }
}
