package org.wengert.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many columns the terminal has now. Java cannot ask; where {@code stty} cannot either, the environment must know. */
final class TerminalWidth {
    private static final int USUAL = 80;
    private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("[0-9]+ ([1-9][0-9]{1,3})\\s*");

    private TerminalWidth() {}

    /** The columns of the terminal that this process belongs to, 80 if nobody knows. */
    static int columns() {
        return of(sizeAsTold(), System.getenv("COLUMNS"));
    }

    /** From what {@code stty size} answers, else from the variable. */
    static int of(String size, @Nullable String variable) {
        Matcher told = ROWS_AND_COLUMNS.matcher(size);
        if (told.matches()) {
            return Integer.parseInt(told.group(1));
        }
        return variable != null && variable.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(variable) : USUAL;
    }

    private static String sizeAsTold() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .start();
            return new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return ""; // no such program, or no such file
        }
    }
}
