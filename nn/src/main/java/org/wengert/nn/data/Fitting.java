package org.wengert.nn.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wengert.error.Excerpt;

/** Fits a preprocessing to the rows of one table: categories, what is filled in, scale, and classes. */
final class Fitting {
    private final Preparation preparation;
    private final List<String> inputs;
    private final Table table;

    Fitting(Table train, Preparation preparation) {
        this.preparation = preparation;
        Set<String> others = new HashSet<>(preparation.targets());
        others.addAll(preparation.without());
        others.forEach(train::position);
        this.inputs =
                train.names().stream().filter(name -> !others.contains(name)).collect(Collectors.toUnmodifiableList());
        this.table = preparation.missing() == Missing.DROP ? complete(train) : train;
    }

    private Table complete(Table all) {
        List<Column> used = new ArrayList<>();
        inputs.forEach(name -> used.add(all.column(all.position(name))));
        preparation.targets().forEach(name -> used.add(all.column(all.position(name))));
        int[] rows = IntStream.range(0, all.size())
                .filter(row -> used.stream().noneMatch(column -> column.isMissing(row)))
                .toArray();
        if (rows.length == 0) {
            throw new DataException("preprocessing: no rows are left: each of " + all.size() + " has a missing value");
        }
        return all.select(rows);
    }

    Preprocessing fit() {
        List<InputColumn> columns = inputs.stream().map(this::column).collect(Collectors.toUnmodifiableList());
        Target target = target();
        Preprocessing plain =
                new Preprocessing(columns, preparation.missing(), preparation.unknown(), Optional.empty(), target);
        return scaler(columns).map(plain::withScaler).orElse(plain);
    }

    private InputColumn column(String name) {
        int position = table.position(name);
        if (preparation.missing() == Missing.REFUSE) {
            checkPresent(position, Encoder.REFUSED);
        }
        return table.column(position) instanceof Column.Categories categories
                ? categories(name, categories)
                : numbers(name, (Column.Numbers) table.column(position));
    }

    private void checkPresent(int position, String wayOut) {
        for (int row = 0; row < table.size(); row++) {
            if (table.column(position).isMissing(row)) {
                throw Encoder.missing(table.row(row), position, wayOut);
            }
        }
    }

    private InputColumn.Numbers numbers(String name, Column.Numbers column) {
        if (preparation.missing() != Missing.FILL) {
            return new InputColumn.Numbers(name, OptionalDouble.empty());
        }
        Moments moments = new Moments(1);
        Arrays.stream(column.numbers()).forEach(number -> moments.add(0, number));
        checkAny(name, moments.count(0));
        return new InputColumn.Numbers(name, OptionalDouble.of(moments.mean(0)));
    }

    private InputColumn.Categories categories(String name, Column.Categories column) {
        int[] counts = new int[column.names().size()];
        Arrays.stream(column.codes()).filter(code -> code >= 0).forEach(code -> counts[code]++);
        int[] present = IntStream.range(0, counts.length)
                .filter(code -> counts[code] > 0)
                .toArray();
        checkAny(name, present.length);
        List<String> sorted = Names.sorted(
                Arrays.stream(present).mapToObj(column.names()::get).collect(Collectors.toUnmodifiableList()));
        if (preparation.missing() != Missing.FILL) {
            return new InputColumn.Categories(name, sorted, Optional.empty());
        }
        int most = Arrays.stream(counts).max().orElseThrow();
        Set<String> frequent = Arrays.stream(present)
                .filter(code -> counts[code] == most)
                .mapToObj(column.names()::get)
                .collect(Collectors.toUnmodifiableSet());
        return new InputColumn.Categories(
                name, sorted, sorted.stream().filter(frequent::contains).findFirst());
    }

    private static void checkAny(String name, long present) {
        if (present == 0) {
            throw new DataException("preprocessing: nothing to fit: every value of column '" + Excerpt.of(name)
                    + "' is missing; leave it out with Preparation.without");
        }
    }

    /** NOTE: fitted to what is filled in as well, for that is what a model will see. */
    private Optional<Scaler> scaler(List<InputColumn> columns) {
        List<InputColumn.Numbers> numbers = columns.stream()
                .filter(InputColumn.Numbers.class::isInstance)
                .map(InputColumn.Numbers.class::cast)
                .collect(Collectors.toUnmodifiableList());
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        double[] rows = new double[Checks.room(table.size(), numbers.size())];
        for (int j = 0; j < numbers.size(); j++) {
            int position = table.position(numbers.get(j).name());
            for (int i = 0; i < table.size(); i++) {
                double number = table.row(i).number(position);
                rows[i * numbers.size() + j] =
                        Double.isNaN(number) ? numbers.get(j).fill().orElseThrow() : number;
            }
        }
        return preparation.scaling().fit(numbers.size(), rows);
    }

    private Target target() {
        List<String> names = preparation.targets();
        if (names.isEmpty()) {
            throw new DataException("preprocessing: no target; name a column of " + Excerpt.list(table.names()));
        }
        int[] positions = names.stream().mapToInt(table::position).toArray();
        for (int position : positions) {
            checkPresent(position, TargetEncoder.REFUSED);
        }
        if (table.column(positions[0]) instanceof Column.Categories) {
            return new Target(
                    names, TargetKind.CLASSES, table.strata(names.get(0)).classNames(), Optional.empty());
        }
        double[] rows = new double[Checks.room(table.size(), positions.length)];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = table.row(i / positions.length).number(positions[i % positions.length]);
        }
        return new Target(
                names,
                TargetKind.NUMBERS,
                List.of(),
                preparation.targetScaling().fit(positions.length, rows));
    }
}
