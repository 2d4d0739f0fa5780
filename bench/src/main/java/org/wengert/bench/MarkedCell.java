package org.wengert.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wengert.nn.data.Place;

/** The field of a CSV file that an error names, as it stands in its line, with a caret below. */
final class MarkedCell {
    /** With more before or after the field, a line would not fit on a screen. */
    private static final int AROUND = 50;

    private MarkedCell() {}

    /** Two lines; none if it is in no file, or cannot be found there. */
    static List<String> of(Place place) {
        try {
            String line = place.file().isEmpty() ? "" : line(place.file().get(), place.line());
            List<Integer> starts = starts(line);
            return place.column() < starts.size() ? marked(line, starts.get(place.column())) : List.of();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static String line(Path file, long number) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            Optional<String> line = lines.skip(number - 1).findFirst();
            return line.orElse("").replace('\t', ' ').replace("\uFEFF", "");
        }
    }

    /** Where each field of a line begins, blanks before it left out; none of a line that is empty. */
    private static List<Integer> starts(String line) {
        List<Integer> starts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= line.length() && !line.isEmpty(); i++) {
            if (i == line.length() || line.charAt(i) == ',' && !quoted) {
                String field = line.substring(start, i);
                starts.add(start + field.length() - field.stripLeading().length());
                start = i + 1;
            } else if (line.charAt(i) == '"') {
                quoted = !quoted;
            }
        }
        return starts;
    }

    private static List<String> marked(String line, int position) {
        int from = Math.max(0, position - AROUND);
        int to = Math.min(line.length(), position + AROUND);
        String before = (from > 0 ? "…" : "") + line.substring(from, position);
        String after = line.substring(position, to) + (to < line.length() ? "…" : "");
        return List.of("  " + before + after, "  " + " ".repeat(before.codePointCount(0, before.length())) + "^");
    }
}
