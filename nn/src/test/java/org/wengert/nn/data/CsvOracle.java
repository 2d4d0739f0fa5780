package org.wengert.nn.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a CSV file holds, told in the plainest way: one character after another, everything in memory. Nothing, if it
 * holds no data set.
 */
final class CsvOracle {
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[+-]?(nan|inf|infinity)");

    private final List<List<String>> rows = new ArrayList<>();
    private final String text;
    private int at;

    private CsvOracle(String text) {
        this.text = text;
    }

    /** The data set of a file whose last column is the target, in words, as {@link #words(DataSet)} has it. */
    static Optional<String> words(byte[] file, boolean header, boolean classes) {
        return read(file).flatMap(oracle -> oracle.interpret(header, classes));
    }

    /** The rows of a file, the header among them, without blank lines; nothing if it is no CSV. */
    static Optional<List<List<String>>> rows(byte[] file) {
        return read(file).map(oracle -> oracle.rows);
    }

    private static Optional<CsvOracle> read(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        CsvOracle oracle = new CsvOracle(text.startsWith("\uFEFF") ? text.substring(1) : text);
        return Optional.of(oracle).filter(CsvOracle::readRows);
    }

    /** All that a data set says of itself. */
    static String words(DataSet data) {
        StringBuilder words = words(data.featureNames(), data.kind() == TargetKind.CLASSES, data.classNames());
        for (int i = 0; i < data.size(); i++) {
            append(words, data.row(i), data.target(i)[0]);
        }
        return words.toString();
    }

    private static StringBuilder words(List<String> names, boolean classes, List<String> classNames) {
        return new StringBuilder()
                .append(names)
                .append(classes ? "classes" : "numbers")
                .append(classNames)
                .append('\n');
    }

    private static void append(StringBuilder words, double[] row, double target) {
        for (double number : row) {
            words.append(number).append(' ');
        }
        words.append("-> ").append(target).append('\n');
    }

    /** Whether all quotes are closed and followed by the end of a field. */
    private boolean readRows() {
        while (at < text.length()) {
            List<String> row = new ArrayList<>();
            do {
                Optional<String> field = field();
                if (field.isEmpty()) {
                    return false;
                }
                row.add(field.get());
            } while (skip(","));
            if (!skip("\r\n") && !skip("\n") && !skip("\r") && at < text.length()) {
                return false;
            }
            if (row.size() > 1 || !row.get(0).isBlank()) {
                rows.add(row);
            }
        }
        return true;
    }

    private boolean skip(String expected) {
        boolean found = text.startsWith(expected, at);
        at += found ? expected.length() : 0;
        return found;
    }

    private Optional<String> field() {
        StringBuilder field = new StringBuilder();
        if (!skip("\"")) {
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                field.append(text.charAt(at++));
            }
            return Optional.of(field.toString());
        }
        while (at < text.length()) {
            if (!skip("\"")) {
                field.append(text.charAt(at++));
            } else if (skip("\"")) {
                field.append('"');
            } else {
                return Optional.of(field.toString());
            }
        }
        return Optional.empty();
    }

    private Optional<String> interpret(boolean header, boolean asClasses) {
        if (rows.size() < (header ? 2 : 1)) {
            return Optional.empty();
        }
        int width = rows.get(0).size();
        List<String> names = header ? rows.remove(0) : new ArrayList<>();
        for (int i = names.size(); i < width; i++) {
            names.add(Integer.toString(i));
        }
        names.replaceAll(String::strip);
        rows.forEach(row -> row.replaceAll(String::strip));
        List<String> targets = rows.stream().map(row -> row.get(row.size() - 1)).collect(Collectors.toList());
        if (width < 2
                || names.stream().distinct().count() < width
                || rows.stream().anyMatch(row -> row.size() != width)
                || rows.stream()
                        .flatMap(row -> row.subList(0, width - 1).stream())
                        .anyMatch(text -> !isFinite(text))
                || targets.contains("")) {
            return Optional.empty();
        }
        long numerals = targets.stream().filter(CsvOracle::isNumeral).count();
        boolean classes = asClasses || 2 * numerals <= targets.size();
        if (!classes && targets.stream().anyMatch(text -> !isFinite(text))) {
            return Optional.empty();
        }
        return Optional.of(words(names.subList(0, width - 1), targets, classes));
    }

    private String words(List<String> names, List<String> targets, boolean classes) {
        List<String> classNames = classes ? List.copyOf(sorted(targets)) : List.of();
        StringBuilder words = words(names, classes, classNames);
        for (int i = 0; i < rows.size(); i++) {
            double[] row = rows.get(i).subList(0, names.size()).stream()
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            String target = targets.get(i);
            append(words, row, classes ? classNames.indexOf(target) : Double.parseDouble(target));
        }
        return words.toString();
    }

    static Set<String> sorted(List<String> targets) {
        Set<String> sorted = new TreeSet<>(
                targets.stream().allMatch(CsvOracle::isNumber)
                        ? Comparator.<String>comparingDouble(Double::parseDouble)
                                .thenComparing(Comparator.naturalOrder())
                        : Comparator.naturalOrder());
        sorted.addAll(targets);
        return sorted;
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    static boolean isNumeral(String text) {
        return isNumber(text) || NOT_FINITE.matcher(text).matches();
    }

    static boolean isFinite(String text) {
        return isNumber(text) && Double.isFinite(Double.parseDouble(text));
    }
}
