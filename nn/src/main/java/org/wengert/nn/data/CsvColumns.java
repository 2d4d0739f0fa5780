package org.wengert.nn.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
        Names.checkDistinct(file, names);
    }

    void add(CsvRows row) {
        List<String> fields = row.fields();
        long line = row.line();
        for (int column = 0; column < fields.size(); column++) {
            if (column != target) {
                push(number(line, column, fields.get(column)), line);
            }
        }
        String text = fields.get(target).strip();
        if (text.isEmpty()) {
            throw missing(place(line, target));
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
            throw missing(place(line, column));
        }
        double number = Numerals.parse(text);
        if (!Double.isFinite(number)) {
            Place place = place(line, column);
            throw new DataException("csv: " + Numerals.fault(text, field) + " in " + place, place);
        }
        return number;
    }

    private Place place(long line, int column) {
        return Place.of(file, line, column, names.get(column));
    }

    private static DataException missing(Place place) {
        return new DataException("csv: missing value: " + place, place);
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
        List<String> classNames = Names.sorted(targets);
        Map<String, Integer> numbered = Names.numbered(classNames);
        int[] classes = targets.stream().mapToInt(numbered::get).toArray();
        return DataSet.classes(features, numbers, classNames, classes);
    }

    /** Whether most targets are numbers; a text among them is then a mistake to be reported, not a class. */
    private boolean looksNumeric() {
        long numerals = targets.stream().filter(Numerals::isNumeral).count();
        return 2 * numerals > targets.size();
    }

    private double[] targetNumbers() {
        double[] numbers = new double[targets.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(lines.get(i), target, targets.get(i));
        }
        return numbers;
    }
}
