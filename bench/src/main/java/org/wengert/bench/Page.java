package org.wengert.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Results for a person to read: sections with a heading, bold where the terminal can and NO_COLOR does not forbid. */
final class Page {
    private static final String INDENT = "  ";

    private final PrintWriter out;
    private final Ansi ansi;
    private final List<String> lines = new ArrayList<>();

    Page(CommandLine commandLine) {
        out = commandLine.getOut();
        ansi = commandLine.getColorScheme().ansi();
    }

    /** A heading, the table below it, indented, and an empty line before the next section. */
    Page section(String heading, Table table) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(ansi.string("@|bold " + heading + "|@"));
        table.lines().forEach(line -> lines.add(INDENT + line));
        return this;
    }

    /** Writes it all at once. */
    void print() {
        lines.forEach(out::println);
        out.flush();
    }
}
