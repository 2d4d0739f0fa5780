package org.wengert.nn.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of a CSV file, one after another, each as long as the first; lines with nothing but blanks are skipped. */
final class CsvRows implements AutoCloseable {
    private final Path file;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> names;
    private CsvRecord row;
    private CsvRecord ahead;
    private boolean isFirst;

    private CsvRows(Path file, boolean header, CsvReader<CsvRecord> reader) {
        this.file = file;
        this.reader = reader;
        this.records = reader.iterator();
        this.ahead = records.next();
        this.row = ahead;
        if (!advance()) {
            throw new DataException("csv: no data: " + file + " is empty");
        }
        this.isFirst = !header;
        this.names = header ? stripped(row.getFields()) : Names.counted("", row.getFieldCount());
    }

    /**
     * Opens a file.
     *
     * @throws DataException if it cannot be read, is no UTF-8 text, or is empty
     */
    static CsvRows open(Path file, boolean header) {
        try {
            BufferedReader text = CsvText.open(file);
            try {
                return new CsvRows(file, header, reader(text));
            } catch (RuntimeException | Error e) {
                text.close();
                throw e;
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw CsvFault.of(file, e);
        }
    }

    private static CsvReader<CsvRecord> reader(BufferedReader text) {
        return CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text);
    }

    private static List<String> stripped(List<String> names) {
        return names.stream().map(String::strip).collect(Collectors.toUnmodifiableList());
    }

    /** The names in the header or, without one, the positions of columns. */
    List<String> names() {
        return names;
    }

    /**
     * Goes on to the next row; false at the end of the file.
     *
     * @throws DataException if it has more or fewer fields than the first, or the file cannot be read further
     */
    boolean next() {
        try {
            if (!isFirst && !advance()) {
                return false;
            }
        } catch (UncheckedIOException | CsvParseException e) {
            throw CsvFault.of(file, e);
        }
        isFirst = false;
        if (row.getFieldCount() != names.size()) {
            throw new DataException("csv: row of the wrong length: " + file + ", line " + line() + " has "
                    + row.getFieldCount() + " fields, the first row has " + names.size());
        }
        return true;
    }

    private boolean advance() {
        while (records.hasNext()) {
            row = ahead;
            ahead = records.next();
            if (!isBlank(row)) {
                return true;
            }
        }
        if (!CsvText.isEnd(ahead)) {
            throw new DataException("csv: quote is not closed: " + file + ", line " + ahead.getStartingLineNumber()
                    + " begins a row with a field that goes on to the end of the file");
        }
        return false;
    }

    private static boolean isBlank(CsvRecord row) {
        return row.getFieldCount() == 1 && row.getField(0).isBlank();
    }

    /** The line on which the row begins, counted from 1. */
    long line() {
        return row.getStartingLineNumber();
    }

    List<String> fields() {
        return row.getFields();
    }

    /** Where the row's field of a column stands. */
    Place place(int column) {
        return Place.of(file, line(), column, names.get(column));
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw CsvFault.of(file, e);
        }
    }
}
