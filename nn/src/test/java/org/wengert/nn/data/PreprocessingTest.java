package org.wengert.nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PreprocessingTest extends WrittenTables {
    @Test
    void categoriesBecomeAnInputEachInTheOrderOfTheirNames() throws IOException {
        Table table = table("x,colour,y\n1,red,2\n3,blue,4\n5,red,6\n");
        Preprocessing fitted = Preprocessing.fit(table, Preparation.of("y"));
        DataSet data = fitted.apply(table);

        assertEquals(List.of("x", "colour=blue", "colour=red"), data.featureNames());
        assertEquals(fitted.featureNames(), data.featureNames());
        assertEquals(3, fitted.width());
        assertArrayEquals(new double[] {1, 0, 1}, data.row(0));
        assertArrayEquals(new double[] {3, 1, 0}, data.row(1));
        assertArrayEquals(new double[] {2, 4, 6}, data.targetNumbers());
        assertEquals(TargetKind.NUMBERS, data.kind());
        assertEquals(List.of("x", "colour"), fitted.columnNames());
    }

    @Test
    void categoriesThatAreAllNumbersAreOrderedBySize() throws IOException {
        Table table = CsvTable.of(write("zip,y\n10,a\n9,b\n100,a\n"))
                .categories("zip")
                .read();
        Preprocessing fitted = Preprocessing.fit(table, Preparation.of("y"));
        assertEquals(List.of("zip=9", "zip=10", "zip=100"), fitted.featureNames());
        assertEquals(List.of("a", "b"), fitted.target().classNames());
    }

    @Test
    void anUnknownCategoryIsRefusedWithPlaceAndTheKnownOnes() throws IOException {
        Table train = table("colour,y\nred,1\nblue,2\n");
        Preprocessing fitted = Preprocessing.fit(train, Preparation.of("y"));
        Table other = table("colour,y\nred,1\nmauve,2\n");
        refused(
                "preprocessing: unknown category: 'mauve' in FILE, line 3, column 'colour': known are blue, red",
                () -> fitted.apply(other));
        refused(
                "preprocessing: unknown category: 'mauve' in column 'colour': known are blue, red",
                () -> fitted.apply(Map.of("colour", "mauve")));
    }

    @Test
    void anUnknownCategoryMayBeNoneOfTheKnownOnes() throws IOException {
        Table train = table("colour,y\nred,1\nblue,2\n");
        Preprocessing fitted = Preprocessing.fit(train, Preparation.of("y").unknown(UnknownCategory.ZEROS));
        assertArrayEquals(new double[] {0, 0}, fitted.apply(Map.of("colour", "mauve")));
    }

    @Test
    void anUnknownClassIsRefusedWithPlaceAndTheKnownOnes() throws IOException {
        Preprocessing fitted = Preprocessing.fit(table("x,y\n1,a\n2,b\n"), Preparation.of("y"));
        Table other = table("x,y\n1,c\n");
        refused(
                "preprocessing: unknown class: 'c' in FILE, line 2, column 'y': known are a, b",
                () -> fitted.apply(other));
    }

    @Test
    void numbersAloneAreScaledAndByTheTrainingPartAlone() throws IOException {
        Table train = table("x,colour,z,y\n1,red,7,1\n3,blue,7,2\n5,red,7,3\n7,red,7,4\n");
        Preprocessing fitted = Preprocessing.fit(
                train, Preparation.of("y").scaling(Scaling.STANDARDIZE).targetScaling(Scaling.MIN_MAX));
        Table test = table("x,colour,z,y\n9,blue,8,7\n");

        assertArrayEquals(
                new double[] {Math.sqrt(5), 1, 0, 1}, fitted.apply(test).row(0), 1e-15);
        assertArrayEquals(new double[] {2}, fitted.apply(test).targetNumbers());
        assertArrayEquals(new double[] {7}, fitted.target().numbers(2));
        assertEquals(
                Optional.of(new Standardizer(new double[] {4, 7}, new double[] {Math.sqrt(5), 1})), fitted.scaler());
    }

    @Test
    void theScaleIsThatOfTheFilledRows() throws IOException {
        Table table = table("x,y\n1,1\n3,2\n?,3\n?,4\n");
        Preprocessing fitted = Preprocessing.fit(
                table, Preparation.of("y").missing(Missing.FILL).scaling(Scaling.STANDARDIZE));
        assertArrayEquals(new double[] {-Math.sqrt(2)}, fitted.apply(table).row(0), 1e-15);
        assertArrayEquals(new double[] {0}, fitted.apply(table).row(2));
    }

    @Test
    void oneRowOfTextsGivesTheInputsOfTheTable() throws IOException {
        Table table = table(HOUSES);
        Preprocessing fitted =
                Preprocessing.fit(table, PRICE.missing(Missing.FILL).scaling(Scaling.STANDARDIZE));
        DataSet data = fitted.apply(table);

        assertArrayEquals(data.row(0), fitted.apply(Map.of("rooms", "1", "size", "10", "colour", " red ")));
        assertArrayEquals(
                data.row(3), fitted.apply(Map.of("rooms", "5", "size", "NaN", "colour", "", "other", "ignored")));
        Map<String, String> unknown = new HashMap<>(Map.of("rooms", "5", "colour", ""));
        unknown.put("size", null);
        unknown.put(null, "of no column");
        assertArrayEquals(data.row(3), fitted.apply(unknown));
        assertArrayEquals(data.row(1), fitted.inputs(table)[1]);
        refused(
                "table: no such column: 'rooms': columns are colour, size",
                () -> fitted.apply(new TreeMap<>(Map.of("size", "1", "colour", "red"))));
        refused(
                "table: not a number: 'two' in column 'rooms'",
                () -> fitted.apply(Map.of("size", "1", "colour", "red", "rooms", "two")));
    }

    @Test
    void oneRowOfNumbersGivesTheInputsOfTheTable() throws IOException {
        Table table = table("a,b,y\n1,2,x\n3,?,z\n");
        Preprocessing fitted = Preprocessing.fit(
                table, Preparation.of("y").missing(Missing.FILL).scaling(Scaling.MIN_MAX));

        assertArrayEquals(fitted.apply(table).row(1), fitted.apply(3, Double.NaN));
        refused("preprocessing: wrong number of numbers: there are 2 columns, got 1", () -> fitted.apply(1.0));
        refused("table: not a finite number: -Infinity in column 'a'", () -> fitted.apply(Double.NEGATIVE_INFINITY, 0));
        Preprocessing colours = Preprocessing.fit(table("colour,y\nred,1\nblue,2\n"), Preparation.of("y"));
        refused(
                "preprocessing: a category is needed, got a number: column 'colour'; give the row as named text",
                () -> colours.apply(1.0));
    }

    @Test
    void aDataSetIsItsOwnPreprocessing() {
        DataSet moons = Moons.of(10, 0.1, 1);
        Standardizer scaler = Standardizer.fit(moons);
        Preprocessing fitted = Preprocessing.of(moons).withScaler(scaler);

        assertEquals(List.of("x", "y"), fitted.featureNames());
        assertEquals(
                new Target(List.of("target"), TargetKind.SIGNS, List.of("upper", "lower"), Optional.empty()),
                fitted.target());
        assertArrayEquals(scaler.apply(moons).row(3), fitted.apply(moons.row(3)));
        DataSet two = DataSet.numbers(new double[][] {{1}}, new double[][] {{1, 2}});
        assertEquals(
                List.of("target0", "target1"), Preprocessing.of(two).target().names());
        Scaler targets = new Standardizer(new double[] {1, 2}, new double[] {3, 4});
        assertArrayEquals(
                new double[] {4, -2},
                Preprocessing.of(two).withTargetScaler(targets).target().numbers(1, -1));
    }

    @Test
    void signsOfATableAreMinusAndPlusOne() throws IOException {
        Target target = new Target(List.of("kind"), TargetKind.SIGNS, List.of("no", "yes"), Optional.empty());
        Preprocessing signs = new Preprocessing(
                List.of(new InputColumn.Numbers("x", OptionalDouble.empty())),
                Missing.REFUSE,
                UnknownCategory.REFUSE,
                Optional.empty(),
                target);
        DataSet data = signs.apply(table("x,kind\n1,yes\n2,no\n"));
        assertArrayEquals(new double[] {1, -1}, data.targetNumbers());
        assertEquals(TargetKind.SIGNS, data.kind());
    }

    @Test
    void otherFilesAreReadAsTheOneThatWasFitted() throws IOException {
        Table train = CsvTable.of(write("zip,x,y\n1,5,3\n2,6,4\n"))
                .categories("zip", "y")
                .read();
        Preprocessing fitted = Preprocessing.fit(train, Preparation.of("y"));
        Path other = write("x,zip\n7,2\n");

        assertArrayEquals(
                new double[] {0, 1, 7},
                fitted.inputs(CsvTable.of(other).kindsOf(fitted).read())[0]);
        refused(
                "table: wrong kind of column: 'zip' holds numbers, categories are needed; say so where it is read:"
                        + " CsvTable.categories",
                () -> fitted.inputs(CsvTable.of(other).read()));
        refused(
                "table: no such column: 'y' in FILE: columns are x, zip",
                () -> fitted.apply(CsvTable.of(other).kindsOf(fitted).read()));
    }

    @Test
    void preparationsThatCannotBeAreRefused() throws IOException {
        Table table = table("x,colour,y\n?,red,1\n?,blue,2\n");
        refused(
                "table: no such column: 'z' in FILE: columns are x, colour, y",
                () -> Preprocessing.fit(table, Preparation.of("z")));
        refused(
                "table: no such column: 'id' in FILE: columns are x, colour, y",
                () -> Preprocessing.fit(table, Preparation.of("y").without("id")));
        refused(
                "preprocessing: no target; name a column of x, colour, y",
                () -> Preprocessing.fit(table, Preparation.of().without("x")));
        refused(
                "preprocessing: no inputs: a model needs at least one column",
                () -> Preprocessing.fit(table, Preparation.of("y").without("x", "colour")));
        refused(
                "preprocessing: nothing to fit: every value of column 'x' is missing; leave it out with"
                        + " Preparation.without",
                () -> Preprocessing.fit(table, Preparation.of("y").missing(Missing.FILL)));
        refused(
                "preprocessing: no rows are left: each of 2 has a missing value",
                () -> Preprocessing.fit(table, Preparation.of("y").missing(Missing.DROP)));
        refused(
                "target: names do not suit CLASSES: 2 columns and 2 class names",
                () -> Preprocessing.fit(
                        table, Preparation.of("colour", "y").without("x").missing(Missing.FILL)));
    }

    @Test
    void plainDataThatDoNotFitTogetherAreRefused() {
        InputColumn x = new InputColumn.Numbers("x", OptionalDouble.empty());
        Target target = new Target(List.of("y"), TargetKind.NUMBERS, List.of(), Optional.empty());
        Scaler one = new Standardizer(new double[1], new double[] {1});
        Scaler two = new Standardizer(new double[2], new double[] {1, 1});
        refused(
                "preprocessing: two columns share a name: 'x'",
                () -> new Preprocessing(
                        List.of(x, x), Missing.REFUSE, UnknownCategory.REFUSE, Optional.empty(), target));
        refused(
                "preprocessing: rule and fill value do not fit together: FILL, and column 'x' has no fill value",
                () -> new Preprocessing(List.of(x), Missing.FILL, UnknownCategory.REFUSE, Optional.empty(), target));
        refused(
                "preprocessing: wrong number of columns: the scaler has 2, of numbers are 1",
                () -> new Preprocessing(List.of(x), Missing.REFUSE, UnknownCategory.REFUSE, Optional.of(two), target));
        refused(
                "preprocessing: not a finite number: column 'x' is filled with NaN",
                () -> new InputColumn.Numbers("x", OptionalDouble.of(Double.NaN)));
        refused(
                "preprocessing: categories must be some and differ: column 'x' has 2, of which 1 differ",
                () -> new InputColumn.Categories("x", List.of("a", "a"), Optional.empty()));
        refused(
                "preprocessing: not a category: column 'x' is filled with 'c': known are a, b",
                () -> new InputColumn.Categories("x", List.of("a", "b"), Optional.of("c")));
        refused(
                "target: the scaler does not suit NUMBERS: it has 2 columns, 1 are named",
                () -> new Target(List.of("y"), TargetKind.NUMBERS, List.of(), Optional.of(two)));
        refused(
                "target: the scaler does not suit CLASSES: it has 1 columns, 1 are named",
                () -> new Target(List.of("y"), TargetKind.CLASSES, List.of("a"), Optional.of(one)));
    }

    @Test
    void outputsAreToldAsClasses() {
        Target classes = new Target(List.of("y"), TargetKind.CLASSES, List.of("a", "b", "c"), Optional.empty());
        Target signs = new Target(List.of("y"), TargetKind.SIGNS, List.of("a", "b"), Optional.empty());
        Target numbers = new Target(List.of("y"), TargetKind.NUMBERS, List.of(), Optional.empty());

        assertEquals(1, classes.classOf(0, 2, 2));
        assertEquals(-1, classes.classOf(0, Double.NaN, 2));
        assertEquals(0, signs.classOf(0));
        assertEquals(1, signs.classOf(0.5));
        assertArrayEquals(new double[] {3}, numbers.numbers(3));
        assertEquals(3, classes.outputs());
        assertEquals(1, signs.outputs());
        refused("target: wrong number of outputs: 'y' needs 3, got 2", () -> classes.classOf(1, 2));
        refused("target: no classes are told but numbers; use numbers", () -> numbers.classOf(1));
        refused("target: no numbers are told but classes; use classOf", () -> signs.numbers(1));
    }
}
