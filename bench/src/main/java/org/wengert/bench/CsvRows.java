package org.wengert.bench;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.wengert.error.WengertException;
import org.wengert.nn.data.DataException;

/** Rows of a CSV file with a header, for a model to answer: text by name of column. */
final class CsvRows {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvRows() {}

    /**
     * What a function makes of each row.
     *
     * @throws DataException if the file cannot be read, rows and header differ in length, or the function refuses a row; it
     *     names the file and the line
     */
    static <T> List<T> each(Path file, Function<Map<String, String>, T> function) {
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            skipMark(text);
            List<T> results = new ArrayList<>();
            for (NamedCsvRecord row : CsvReader.builder()
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .ofNamedCsvRecord(text)) {
                results.add(one(file, row, function));
            }
            return results;
        } catch (NoSuchFileException e) {
            throw new DataException("csv: no such file: " + file, e);
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(file, e);
        } catch (CsvParseException e) {
            throw e.getCause() instanceof IOException
                    ? unreadable(file, e)
                    : new DataException("csv: rows cannot be told apart: " + file + ": " + e.getMessage(), e);
        }
    }

    private static <T> T one(Path file, NamedCsvRecord row, Function<Map<String, String>, T> function) {
        String place = file + ", line " + row.getStartingLineNumber();
        if (row.getFieldCount() != row.getHeader().size()) {
            throw new DataException("csv: wrong number of columns: " + place + " has " + row.getFieldCount()
                    + ", the header " + row.getHeader().size());
        }
        try {
            return function.apply(row.getFieldsAsMap());
        } catch (WengertException e) {
            throw new DataException(e.getMessage() + " (" + place + ")", e);
        }
    }

    private static DataException unreadable(Path file, Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause instanceof CharacterCodingException
                ? new DataException("csv: no UTF-8 text: " + file, e)
                : new DataException("csv: cannot read " + file + ": " + cause.getMessage(), e);
    }

    private static void skipMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }
}
