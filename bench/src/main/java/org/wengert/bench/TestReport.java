package org.wengert.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What came of a class of tests.
 *
 * @param module in which it is
 * @param name   of the class
 */
record TestReport(String module, String name, long tests, long failed, long skipped, double seconds) {
    /** Reads what the build wrote. */
    static TestReport read(String module, Path file) {
        try {
            Element suite = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
            String name = suite.getAttribute("name");
            return new TestReport(
                    module,
                    name.substring(name.lastIndexOf('.') + 1),
                    count(suite, "tests"),
                    count(suite, "failures") + count(suite, "errors"),
                    count(suite, "skipped"),
                    Double.parseDouble(suite.getAttribute("time")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException(file + ": not a report of tests: " + e.getMessage(), e);
        }
    }

    private static long count(Element suite, String attribute) {
        return Long.parseLong(suite.getAttribute(attribute));
    }

    /** Of at least one. */
    static TestReport sum(List<TestReport> reports) {
        return new TestReport(
                reports.get(0).module,
                "",
                sum(reports, TestReport::tests),
                sum(reports, TestReport::failed),
                sum(reports, TestReport::skipped),
                reports.stream().mapToDouble(TestReport::seconds).sum());
    }

    private static long sum(List<TestReport> reports, ToLongFunction<TestReport> number) {
        return reports.stream().mapToLong(number).sum();
    }

    /** A row of a table in Markdown. */
    String row(String head) {
        long passed = tests - failed - skipped;
        return String.format(
                Locale.ROOT, "| %s | %d | %d | %d | %d | %.0f |%n", head, tests, passed, failed, skipped, seconds);
    }
}
