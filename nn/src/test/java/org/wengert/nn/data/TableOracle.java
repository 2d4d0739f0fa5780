package org.wengert.nn.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a preprocessing makes of the table in a CSV file, told in the plainest way; nothing, if it must be refused. */
final class TableOracle {
    private static final Set<String> MISSING = Set.of("", "NA", "NaN", "?");

    private final List<String> names;
    private final List<List<String>> rows;
    private final Missing rule;
    private final int target;

    private TableOracle(List<List<String>> rows, String target, Missing rule) {
        this.names = rows.get(0).stream().map(String::strip).toList();
        this.rows = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            this.rows.add(row.stream()
                    .map(String::strip)
                    .map(text -> MISSING.contains(text) ? "" : text)
                    .toList());
        }
        this.target = names.indexOf(target);
        this.rule = rule;
    }

    /** The samples of a file in words, as {@link #words(DataSet)} has them. */
    static Optional<String> words(byte[] file, String target, Missing rule) {
        return CsvOracle.rows(file)
                .filter(rows -> rows.size() > 1)
                .map(rows -> new TableOracle(rows, target, rule))
                .flatMap(TableOracle::interpret);
    }

    /** All that a data set says of itself; numbers in single precision, for means are rounded in more than one way. */
    static String words(DataSet data) {
        StringBuilder words = new StringBuilder(data.featureNames() + " -> " + data.classNames() + "\n");
        for (int i = 0; i < data.size(); i++) {
            append(words, data.row(i), data.target(i)[0]);
        }
        return words.toString();
    }

    private static void append(StringBuilder words, double[] row, double target) {
        for (double number : row) {
            words.append((float) (number + 0.0)).append(' ');
        }
        words.append("-> ").append((float) (target + 0.0)).append('\n');
    }

    private Optional<String> interpret() {
        if (target < 0
                || names.size() < 2
                || Set.copyOf(names).size() < names.size()
                || rows.stream().anyMatch(row -> row.size() != names.size())) {
            return Optional.empty();
        }
        List<Boolean> numeric =
                IntStream.range(0, names.size()).mapToObj(this::isNumeric).toList();
        for (int j = 0; j < names.size(); j++) {
            if (numeric.get(j) && present(j).stream().anyMatch(text -> !CsvOracle.isFinite(text))) {
                return Optional.empty();
            }
        }
        if (rule == Missing.DROP) {
            rows.removeIf(row -> row.contains(""));
        }
        boolean isAnyLeft =
                IntStream.range(0, names.size()).noneMatch(j -> present(j).isEmpty());
        boolean isTold = rows.stream().noneMatch(row -> row.get(target).isEmpty());
        boolean isWhole = rows.stream().noneMatch(row -> row.contains(""));
        return isAnyLeft && isTold && (isWhole || rule == Missing.FILL)
                ? Optional.of(words(numeric))
                : Optional.empty();
    }

    private List<String> present(int column) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private boolean isNumeric(int column) {
        List<String> present = present(column);
        long numerals = present.stream().filter(CsvOracle::isNumeral).count();
        return present.isEmpty() || 2 * numerals > present.size();
    }

    private String words(List<Boolean> numeric) {
        List<String> features = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            String name = names.get(j);
            if (j != target && numeric.get(j)) {
                features.add(name);
            } else if (j != target) {
                CsvOracle.sorted(present(j)).forEach(category -> features.add(name + "=" + category));
            }
        }
        List<String> classes = numeric.get(target) ? List.of() : List.copyOf(CsvOracle.sorted(present(target)));
        StringBuilder words = new StringBuilder(features + " -> " + classes + "\n");
        for (List<String> row : rows) {
            String told = row.get(target);
            double number = numeric.get(target) ? Double.parseDouble(told) : classes.indexOf(told);
            append(words, inputs(row, numeric), number);
        }
        return words.toString();
    }

    private double[] inputs(List<String> row, List<Boolean> numeric) {
        List<Double> inputs = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            String text = row.get(j);
            if (j == target) {
                continue;
            }
            if (numeric.get(j)) {
                inputs.add(text.isEmpty() ? mean(j) : Double.parseDouble(text));
            } else {
                String category = text.isEmpty() ? mostFrequent(j) : text;
                CsvOracle.sorted(present(j)).forEach(known -> inputs.add(known.equals(category) ? 1.0 : 0.0));
            }
        }
        return inputs.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double mean(int column) {
        List<String> present = present(column);
        BigDecimal sum = present.stream()
                .map(text -> new BigDecimal(Double.parseDouble(text)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(present.size()), MathContext.DECIMAL128)
                .doubleValue();
    }

    private String mostFrequent(int column) {
        List<String> present = present(column);
        int most = present.stream()
                .mapToInt(text -> Collections.frequency(present, text))
                .max()
                .orElseThrow();
        return CsvOracle.sorted(present).stream()
                .filter(text -> Collections.frequency(present, text) == most)
                .collect(Collectors.toList())
                .get(0);
    }
}
