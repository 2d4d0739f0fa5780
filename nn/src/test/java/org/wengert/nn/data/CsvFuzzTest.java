package org.wengert.nn.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damaged CSV files: each is refused with file and line, or read as {@link CsvOracle} reads it. */
class CsvFuzzTest {
    /** How a valid file looks, and how it is read. */
    enum Form {
        NUMBERS("a,b,y\n1,-2.5,3\n.5,1e3,-4\n+7,0,1.5\n", true, false),
        NAMES("\uFEFFwide,\"kind, of\"\r\n1,rose\r\n\"2\",\"iris \"\"blue\"\"\"\r\n\r\n3,rose\r\n", true, false),
        DIGITS("0,5,9,7\n1,2,0,10\n0,0,16,7\n", false, true);

        final String text;
        final boolean header;
        final boolean classes;

        Form(String text, boolean header, boolean classes) {
            this.text = text;
            this.header = header;
            this.classes = classes;
        }
    }

    @TempDir
    Path folder;

    /** NOTE: the time only ends a test that hangs. */
    @ParameterizedTest
    @EnumSource
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aDamagedFileIsReadRightOrRefusedWithItsPlace(Form form) throws IOException {
        Path file = folder.resolve("data.csv");
        Pattern refusal = refusal(Pattern.quote(file.toString()));
        new DamagedTexts(
                        form.name(),
                        file,
                        form.text,
                        bytes -> CsvOracle.words(bytes, form.header, form.classes),
                        () -> words(file, form),
                        refusal)
                .check(0.5);
    }

    /** Some mistakes have a line, others are those of a whole file. */
    private static Pattern refusal(String file) {
        return Pattern.compile("csv: ([^:]+: .*" + file + ".*\\b(line [0-9]+|first row)\\b.*"
                + "|(no data|no inputs|no such column|two columns share a name): .*" + file + ".*)");
    }

    private static String words(Path file, Form form) {
        CsvData named = form.header ? CsvData.of(file) : CsvData.of(file).headerless();
        return CsvOracle.words((form.classes ? named.classes() : named).read());
    }
}
