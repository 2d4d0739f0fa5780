package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What stands on the page that reports a run. */
final class ReportPage {
    private static final Pattern CELL = Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>");

    private ReportPage() {}

    /** The page of a run with these arguments, as {@code report.html} in a folder. */
    static String of(Path folder, String... arguments) throws IOException {
        Path file = folder.resolve("report.html");
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--report";
        all[arguments.length + 1] = file.toString();
        Wengert run = Wengert.run(all);
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().endsWith("The report is in " + file + System.lineSeparator()), run.err());
        return Files.readString(file);
    }

    /** Of the last table that has it: what came of the run has a loss, too. */
    static String setting(String html, String name) {
        String row = "<tr><th scope=\"row\">" + name + "</th><td>";
        int at = html.lastIndexOf(row) + row.length();
        return html.substring(at, html.indexOf("</td>", at));
    }

    /** What is said to repeat a run, without the launcher. */
    static String command(String html) {
        return html.substring(html.indexOf("<code>") + 6, html.indexOf("</code>"))
                .replaceFirst("^\\S+ ", "");
    }

    /** The rows of the table whose first column has this head. */
    static List<List<String>> rows(String html, String head) {
        int table = html.indexOf("<table><thead><tr><th scope=\"col\" class=\"number\">" + head + "</th>");
        assertTrue(table > 0, head);
        String body = html.substring(html.indexOf("<tbody>", table), html.indexOf("</tbody>", table));
        return body.lines()
                .filter(line -> line.startsWith("<tr>"))
                .map(line ->
                        CELL.matcher(line).results().map(cell -> cell.group(1)).toList())
                .toList();
    }
}
