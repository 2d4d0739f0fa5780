package org.wengert.nn.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damaged tables: each is refused with its place, or comes out of a preprocessing as {@link TableOracle} has it. */
class TableFuzzTest {
    /** How a valid file looks, and what is done about its gaps. */
    enum Form {
        WHOLE("size,colour,y\n1,red,2\n-2.5,blue,3\n.5,\"red\",1e3\n4,green,0\n", Missing.REFUSE),
        FILLED("size,colour,rooms,y\r\n1,red,,a\r\n?,blue,3,b\r\n3,NA,4,a\r\nNaN,red,5,c\r\n7,,6,b\r\n", Missing.FILL),
        DROPPED("size,colour,rooms,y\n1,red,,1\n2,blue,3,2\n3,NA,4,3\n4,red,5,?\n5,blue,6,5\n6,1,7,6\n", Missing.DROP);

        final String text;
        final Missing rule;

        Form(String text, Missing rule) {
            this.text = text;
            this.rule = rule;
        }
    }

    @TempDir
    Path folder;

    /** NOTE: the time only ends a test that hangs. */
    @ParameterizedTest
    @EnumSource
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aDamagedTableIsPreparedRightOrRefusedWithItsPlace(Form form) throws IOException {
        Path file = folder.resolve("data.csv");
        Pattern refusal = refusal(Pattern.quote(file.toString()));
        new DamagedTexts(
                        form.name(),
                        file,
                        form.text,
                        bytes -> TableOracle.words(bytes, "y", form.rule),
                        () -> words(file, form.rule),
                        refusal)
                .check(2.0 / 3);
    }

    /** Some mistakes have a line, others are those of a whole file or of a column. */
    private static Pattern refusal(String file) {
        return Pattern.compile("(csv|table|preprocessing): [^:]+: .*" + file + ".*\\b(line [0-9]+|first row)\\b.*"
                + "|csv: (no data|two columns share a name): .*" + file + ".*"
                + "|table: no such column: .*|preprocessing: (nothing to fit|no rows are left|no inputs): .*");
    }

    /** In memory, and again streamed: the same samples. */
    private static String words(Path file, Missing rule) {
        Table table = CsvTable.of(file).read();
        Preprocessing fitted = Preprocessing.fit(table, Preparation.of("y").missing(rule));
        DataSet data = fitted.apply(table);
        try (BatchIterator batches = CsvSource.of(file, fitted).batches(data.size() + 1, 0)) {
            String words = TableOracle.words(data);
            String streamed = TableOracle.words(batches.next().samples());
            return words.equals(streamed) ? words : "in memory " + words + "streamed " + streamed;
        }
    }
}
