package org.wengert.nn;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Reference numbers and data sets beside the repository; a test that needs them is skipped, saying so, without. */
public final class Shared {
    private Shared() {}

    /** A file of reference numbers. */
    public static JsonObject fixture(String name) {
        Path file = file("fixtures/" + name);
        try (Reader reader = Files.newBufferedReader(file)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }

    /** A file or folder that must be there for the test to make sense. */
    public static Path file(String name) {
        Path file = Path.of(System.getProperty("fixtures.dir", "../../shared")).resolve(name);
        boolean there = Files.exists(file);
        if (!there) {
            System.err.println("SKIPPED: no " + file.toAbsolutePath().normalize()
                    + "; name its folder with -Dfixtures.dir=FOLDER");
        }
        Assumptions.assumeTrue(there, () -> "no " + file + "; name its folder with -Dfixtures.dir=FOLDER");
        return file;
    }

    /** An object of a list, by its id. */
    public static JsonObject item(JsonArray list, String id) {
        for (JsonElement element : list) {
            if (element.getAsJsonObject().get("id").getAsString().equals(id)) {
                return element.getAsJsonObject();
            }
        }
        throw new AssertionError("no item " + id);
    }

    /** All numbers of arrays in arrays, in order. */
    public static double[] numbers(JsonElement element) {
        List<Double> numbers = new ArrayList<>();
        collect(element, numbers);
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(JsonElement element, List<Double> into) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(inner -> collect(inner, into));
        } else {
            into.add(element.getAsDouble());
        }
    }

    /** A list of lists. */
    public static double[][] rows(JsonElement element) {
        JsonArray array = element.getAsJsonArray();
        double[][] rows = new double[array.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = numbers(array.get(i));
        }
        return rows;
    }

    /** A list of whole numbers. */
    public static int[] integers(JsonElement element) {
        int[] integers = new int[element.getAsJsonArray().size()];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = element.getAsJsonArray().get(i).getAsInt();
        }
        return integers;
    }
}
