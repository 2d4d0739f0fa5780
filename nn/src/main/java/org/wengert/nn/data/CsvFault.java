package org.wengert.nn.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wengert.error.Excerpt;

/** What went wrong with a CSV file, in our own words. */
final class CsvFault {
    /** How FastCSV names the place, unless it is the first record. */
    private static final Pattern LINE = Pattern.compile("line [0-9]+");

    private CsvFault() {}

    static DataException of(Path file, Exception e) {
        if (origin(e) instanceof OutOfMemoryError full) { // the reader wraps whatever stops it within a row
            return DataException.noRoom("csv", file, full);
        }
        if (e instanceof CsvParseException) {
            return new DataException(
                    "csv: cannot be understood: " + file + ", " + place(e) + ": "
                            + Excerpt.visible(String.valueOf(origin(e).getMessage())),
                    e);
        }
        try {
            return origin(e) instanceof CharacterCodingException
                    ? new DataException("csv: not UTF-8 text: " + file + ", line " + CsvText.lineOfNoText(file), e)
                    : unreadable(file, e);
        } catch (IOException again) {
            return DataException.unreadable("csv", file, again);
        }
    }

    private static DataException unreadable(Path file, Exception e) {
        Throwable origin = e instanceof IOException ? e : origin(e);
        return origin instanceof IOException cause
                ? DataException.unreadable("csv", file, cause)
                : new DataException("csv: cannot read " + file + ": " + origin.getMessage(), e);
    }

    private static String place(Exception e) {
        Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
        return line.find() ? line.group() : "first row";
    }

    private static Throwable origin(Exception e) {
        return e.getCause() == null ? e : e.getCause();
    }
}
