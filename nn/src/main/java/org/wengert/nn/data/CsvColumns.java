package org.wengert.nn.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.wengert.error.Excerpt;

/** Collects the rows of a CSV file: inputs as numbers at once, targets as text until all are seen. */
final class CsvColumns {
    /** As many as an array holds on every JVM. */
    private static final int MOST_NUMBERS = Integer.MAX_VALUE - 8;

    private final Path file;
    private final List<String> names;
    private final int target;
    private final List<String> targets = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private double[] inputs = new double[1024];
    private int count;

    CsvColumns(Path file, List<String> names, int target) {
        this.file = file;
        this.names = List.copyOf(names);
        this.target = target;
        if (names.size() < 2) {
            throw new DataException("csv: no inputs: " + file + " has no column but the target '"
                    + Excerpt.of(names.get(target)) + "'");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new DataException("csv: two columns share a name: '" + Excerpt.of(name) + "' in " + file);
            }
        }
    }

    void add(long line, List<String> fields) {
        if (fields.size() != names.size()) {
            throw new DataException("csv: row of the wrong length: " + file + ", line " + line + " has " + fields.size()
                    + " fields, the first row has " + names.size());
        }
        for (int column = 0; column < fields.size(); column++) {
            if (column != target) {
                push(number(line, column, fields.get(column)), line);
            }
        }
        String text = fields.get(target).strip();
        if (text.isEmpty()) {
            throw new DataException("csv: missing value: " + place(line, target));
        }
        targets.add(text);
        lines.add(line);
    }

    private void push(double number, long line) {
        if (count == MOST_NUMBERS) {
            throw new DataException("csv: too many numbers: " + file + ", line " + line + ": more than " + count);
        }
        if (count == inputs.length) {
            inputs = Arrays.copyOf(inputs, (int) Math.min(2L * count, MOST_NUMBERS));
        }
        inputs[count++] = number;
    }

    private double number(long line, int column, String field) {
        String text = field.strip();
        if (text.isEmpty()) {
            throw new DataException("csv: missing value: " + place(line, column));
        }
        double number = parse(text);
        if (!Double.isFinite(number)) {
            throw new DataException("csv: " + (isNumeral(text) ? "not a finite number" : "not a number") + ": '"
                    + Excerpt.of(field) + "' in " + place(line, column));
        }
        return number;
    }

    private String place(long line, int column) {
        return file + ", line " + line + ", column '" + Excerpt.of(names.get(column)) + "'";
    }

    /** The number that a text writes in decimal, or NaN. NOTE: Java's parser passes over NUL and takes much else. */
    private static double parse(String text) {
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0)) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static boolean isNumeral(String text) {
        return Double.isInfinite(parse(text)) || text.matches("(?i)[+-]?(nan|inf|infinity)");
    }

    DataSet dataSet(boolean asClasses) {
        if (targets.isEmpty()) {
            throw new DataException("csv: no data: " + file + " has a header and no rows");
        }
        List<String> features = new ArrayList<>(names);
        features.remove(target);
        double[] numbers = Arrays.copyOf(inputs, count);
        if (!asClasses && looksNumeric()) {
            return DataSet.numbers(features, numbers, 1, targetNumbers());
        }
        List<String> classNames = classNames();
        Map<String, Integer> numbered = new HashMap<>();
        classNames.forEach(name -> numbered.put(name, numbered.size()));
        int[] classes = targets.stream().mapToInt(numbered::get).toArray();
        return DataSet.classes(features, numbers, classNames, classes);
    }

    /** Whether most targets are numbers; a text among them is then a mistake to be reported, not a class. */
    private boolean looksNumeric() {
        long numerals = targets.stream()
                .filter(text -> isNumeral(text) || !Double.isNaN(parse(text)))
                .count();
        return 2 * numerals > targets.size();
    }

    private double[] targetNumbers() {
        double[] numbers = new double[targets.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(lines.get(i), target, targets.get(i));
        }
        return numbers;
    }

    private List<String> classNames() {
        boolean numbers = targets.stream().noneMatch(text -> Double.isNaN(parse(text)));
        Comparator<String> bySize = Comparator.comparingDouble(CsvColumns::parse);
        Comparator<String> order =
                numbers ? bySize.thenComparing(Comparator.naturalOrder()) : Comparator.naturalOrder();
        TreeSet<String> sorted = new TreeSet<>(order);
        sorted.addAll(targets);
        return List.copyOf(sorted);
    }
}
