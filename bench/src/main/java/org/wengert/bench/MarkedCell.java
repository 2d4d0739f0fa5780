package org.wengert.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The field of a CSV file that an error names, as it stands in its line, with a caret below. */
final class MarkedCell {
    /** How the library writes where a field stands. */
    private static final Pattern PLACE =
            Pattern.compile("(?:in|:) ((?:(?! in |: ).)+), line ([0-9]+), column '([^']*)'");

    /** With more before or after the field, a line would not fit on a screen. */
    private static final int AROUND = 50;

    private MarkedCell() {}

    /** Two lines; none if the text names no field, or one that cannot be found. */
    static List<String> of(String text) {
        Matcher place = PLACE.matcher(text);
        if (!place.find()) {
            return List.of();
        }
        try {
            Path file = Path.of(place.group(1));
            int column = fields(line(file, 1)).texts().indexOf(place.group(3));
            String line = line(file, Long.parseLong(place.group(2)));
            List<Integer> starts = fields(line).starts();
            return column < 0 || column >= starts.size() ? List.of() : marked(line, starts.get(column));
        } catch (IOException | UncheckedIOException | InvalidPathException | NumberFormatException e) {
            return List.of();
        }
    }

    private static String line(Path file, long number) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            Optional<String> line = lines.skip(number - 1).findFirst();
            return line.orElse("").replace('\t', ' ').replace("\uFEFF", "");
        }
    }

    private record Fields(List<String> texts, List<Integer> starts) {}

    /** The fields of a line, and where each begins. */
    private static Fields fields(String line) {
        Fields found = new Fields(new ArrayList<>(), new ArrayList<>());
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (i == line.length() || line.charAt(i) == ',' && !quoted) {
                String field = line.substring(start, i);
                found.starts().add(start + field.length() - field.stripLeading().length());
                found.texts().add(unquoted(field.strip()));
                start = i + 1;
            } else if (line.charAt(i) == '"') {
                quoted = !quoted;
            }
        }
        return found;
    }

    private static String unquoted(String field) {
        boolean isQuoted = field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
        return isQuoted ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field;
    }

    private static List<String> marked(String line, int position) {
        int from = Math.max(0, position - AROUND);
        int to = Math.min(line.length(), position + AROUND);
        String before = (from > 0 ? "…" : "") + line.substring(from, position);
        String after = line.substring(position, to) + (to < line.length() ? "…" : "");
        return List.of("  " + before + after, "  " + " ".repeat(before.codePointCount(0, before.length())) + "^");
    }
}
