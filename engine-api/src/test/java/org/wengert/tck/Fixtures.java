package org.wengert.tck;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;
import org.wengert.Shape;

/** Reference values in JSON files, in the folder {@code fixtures} of the one that {@code fixtures.dir} names. */
final class Fixtures {
    private Fixtures() {}

    /**
     * A test for each entry of a list in a file. Without the file, one test that is skipped and says what is missing.
     *
     * @param test makes a test of an entry
     */
    static Stream<DynamicTest> tests(String file, String list, Function<JsonObject, DynamicTest> test) {
        return tests(file, list, entry -> true, test);
    }

    /** A test for each entry that is wanted. */
    static Stream<DynamicTest> tests(
            String file, String list, Predicate<JsonObject> wanted, Function<JsonObject, DynamicTest> test) {
        Path path = path(file);
        if (!Files.exists(path)) {
            return Stream.of(DynamicTest.dynamicTest("SKIPPED: " + path + " is missing", () -> {
                throw missing(path);
            }));
        }
        return entries(file, list).filter(wanted).map(test);
    }

    /** The entries of a list in a file. */
    static Stream<JsonObject> entries(String file, String list) {
        return StreamSupport.stream(read(file).getAsJsonArray(list).spliterator(), false)
                .map(JsonElement::getAsJsonObject);
    }

    /**
     * A whole file.
     *
     * @throws TestAbortedException if it is not there, so that the test counts as skipped
     */
    static JsonObject read(String file) {
        Path path = path(file);
        if (!Files.exists(path)) {
            throw missing(path);
        }
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path(String file) {
        return Path.of(System.getProperty("fixtures.dir", "../shared"), "fixtures", file)
                .toAbsolutePath()
                .normalize();
    }

    private static TestAbortedException missing(Path path) {
        return new TestAbortedException("NOT TESTED against reference values: there is no file " + path
                + "; give their folder with -Dfixtures.dir=DIR, which holds fixtures/" + path.getFileName());
    }

    /** Numbers, among them "NaN", "Infinity" and -0.0. */
    static double[] numbers(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
                .mapToDouble(JsonElement::getAsDouble)
                .toArray();
    }

    static int[] integers(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
                .mapToInt(JsonElement::getAsInt)
                .toArray();
    }

    static Shape shape(JsonObject tensor) {
        return Shape.of(integers(tensor.get("shape")));
    }

    static boolean has(JsonArray tags, String tag) {
        return StreamSupport.stream(tags.spliterator(), false)
                .anyMatch(element -> element.getAsString().equals(tag));
    }
}
