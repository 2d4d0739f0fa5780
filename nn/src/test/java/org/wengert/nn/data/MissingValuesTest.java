package org.wengert.nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What becomes of values that are missing. */
class MissingValuesTest extends WrittenTables {
    @Test
    void gapsAreFilledWithTheMeanOrTheMostFrequentOfTraining() throws IOException {
        Table table = table(HOUSES);
        Preprocessing fitted = Preprocessing.fit(table, PRICE.missing(Missing.FILL));

        assertEquals(
                List.of(
                        new InputColumn.Numbers("size", OptionalDouble.of(20)),
                        new InputColumn.Categories("colour", List.of("blue", "red"), Optional.of("red")),
                        new InputColumn.Numbers("rooms", OptionalDouble.of(3))),
                fitted.columns());
        assertArrayEquals(new double[] {20, 0, 1, 5}, fitted.apply(table).row(3));
        assertArrayEquals(new double[] {20, 1, 0, 3}, fitted.apply(table).row(1));
    }

    @Test
    void ofCategoriesThatAreEquallyFrequentTheFirstByNameIsFilledIn() throws IOException {
        Table table = table("colour,y\nred,1\nblue,2\n?,3\nblue,1\nred,2\ngreen,3\n");
        Preprocessing fitted = Preprocessing.fit(table, Preparation.of("y").missing(Missing.FILL));
        assertArrayEquals(new double[] {1, 0, 0}, fitted.apply(table).row(2));
    }

    @Test
    void rowsWithGapsAreDroppedBeforeAnythingIsFitted() throws IOException {
        Table table = table(HOUSES);
        Preprocessing fitted =
                Preprocessing.fit(table, PRICE.missing(Missing.DROP).scaling(Scaling.MIN_MAX));
        DataSet data = fitted.apply(table);

        assertEquals(List.of("size", "colour=red", "rooms"), fitted.featureNames());
        assertEquals(2, data.size());
        assertArrayEquals(new double[] {0, 1, 0}, data.row(0));
        assertArrayEquals(new double[] {1, 1, 1}, data.row(1));
        assertArrayEquals(new double[] {100, 300}, data.targetNumbers());
    }

    @Test
    void aGapInAColumnThatIsLeftOutDropsNoRow() throws IOException {
        Table table = table("id,x,y\n?,1,2\n7,3,4\n");
        Preparation preparation = Preparation.of("y").without("id").missing(Missing.DROP);
        assertEquals(2, Preprocessing.fit(table, preparation).apply(table).size());
    }

    @Test
    void aGapIsRefusedWithLineAndColumnUnlessARuleIsChosen() throws IOException {
        Table table = table(HOUSES);
        refused(
                "preprocessing: missing value: FILE, line 5, column 'size';"
                        + " fit the preprocessing with Missing.FILL or Missing.DROP",
                () -> Preprocessing.fit(table, PRICE));
        Preprocessing fitted = Preprocessing.fit(table.select(0), PRICE);
        refused(
                "preprocessing: missing value: FILE, line 3, column 'rooms';"
                        + " fit the preprocessing with Missing.FILL or Missing.DROP",
                () -> Preprocessing.fit(table.select(0), PRICE.unknown(UnknownCategory.ZEROS))
                        .apply(table));
        refused(
                "preprocessing: missing value: column 'size'; fit the preprocessing with Missing.FILL or Missing.DROP",
                () -> fitted.apply(Map.of("size", "", "colour", "red", "rooms", "1")));
    }

    @Test
    void whereEachRowNeedsAnAnswerNoneIsDropped() throws IOException {
        Table table = table(HOUSES);
        Preprocessing fitted =
                Preprocessing.fit(table, PRICE.missing(Missing.DROP).unknown(UnknownCategory.ZEROS));
        refused(
                "preprocessing: missing value: FILE, line 3, column 'rooms'; each row here needs an answer, so none is"
                        + " dropped",
                () -> fitted.inputs(table));
    }

    @Test
    void aMissingTargetIsRefusedOrDroppedAndNeverFilled() throws IOException {
        Table table = table("x,y\n1,a\n2,\n3,b\n");
        for (Missing rule : List.of(Missing.REFUSE, Missing.FILL)) {
            refused(
                    "preprocessing: missing value: FILE, line 3, column 'y'; a target is never filled in; use"
                            + " Missing.DROP",
                    () -> Preprocessing.fit(table, Preparation.of("y").missing(rule)));
            Preprocessing fitted =
                    Preprocessing.fit(table.select(0, 2), Preparation.of("y").missing(rule));
            refused(
                    "preprocessing: missing value: FILE, line 3, column 'y'; a target is never filled in; use"
                            + " Missing.DROP",
                    () -> fitted.apply(table));
        }
        Preprocessing dropping = Preprocessing.fit(table, Preparation.of("y").missing(Missing.DROP));
        assertArrayEquals(new double[] {0, 1}, dropping.apply(table).targetNumbers());
    }
}
