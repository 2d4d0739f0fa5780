package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.tck.example.ListEngineProvider;

/** A certificate says what ran and what came of it, and no more. */
class CertificateTest {
    @TempDir
    private Path folder;

    private KitRun run(Fault fault, Capability... absent) {
        return new KitRun(ListEngineProvider.class, fault, Set.of(absent), Set.of(absent), folder.toString());
    }

    private String text() throws IOException {
        return Files.readString(folder.resolve("BrokenEngineKit.txt"));
    }

    private JsonObject json() throws IOException {
        return JsonParser.parseString(Files.readString(folder.resolve("BrokenEngineKit.json")))
                .getAsJsonObject();
    }

    private JsonObject level(Level level) throws IOException {
        return json().getAsJsonArray("levels").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(sum -> sum.get("level").getAsString().equals(level.toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSingleTestThatPassesProvesNothingMore() throws IOException {
        run(Fault.NONE).method("leavesAddUpOverDifferentRoots");

        JsonObject lifetime = level(Level.LIFETIME);
        assertEquals(1, lifetime.get("cases").getAsInt());
        assertEquals(1, lifetime.get("passed").getAsInt());
        assertEquals(
                lifetime.get("tests").getAsInt() - 1, lifetime.get("not run").getAsInt());
        assertEquals(0, level(Level.CORE).get("cases").getAsInt());
        assertTrue(text().contains("verdict: not proven: "), text());
        assertTrue(text().contains("scopesNest"), "what did not run is named");
    }

    @Test
    void eachCaseOfATestCounts() throws IOException {
        run(Fault.NONE).method("aBinaryOperationPassesTheGradientCheckForEveryBroadcast");

        assertEquals(Table.binary().size(), level(Level.CORE).get("cases").getAsInt());
    }

    @Test
    void aFailureIsNamedWithItsReason() throws IOException {
        run(Fault.SEED_IGNORED).method("aSeedWeighsTheNumbersOfAnArray");

        assertEquals(
                "does not conform: 1 of 1 cases failed", json().get("verdict").getAsString());
        assertEquals(
                Set.of("LifetimeContract.aSeedWeighsTheNumbersOfAnArray"),
                json().getAsJsonObject("failed").keySet());
        assertTrue(text().contains("FAILED LifetimeContract.aSeedWeighsTheNumbersOfAnArray: variable: number 1 of 4"));
    }

    @Test
    void whatIsDeclaredAbsentIsExcludedAndSaid() throws IOException {
        run(Fault.NONE, Capability.UPDATES).method("anUpdateMovesAVariableByTheRule");

        assertEquals(1, level(Level.LIFETIME).get("excluded").getAsInt());
        assertEquals("updates", json().get("declared absent").getAsString());
        assertEquals(
                1,
                json().getAsJsonObject("excluded")
                        .get("declared absent: updates: this engine has none")
                        .getAsInt());
    }

    @Test
    void aFileOfReferenceValuesThatIsMissingIsSaid() throws IOException {
        String given = System.setProperty("fixtures.dir", folder.toString());
        try {
            run(Fault.NONE).method("graphsGiveTheReferenceValuesAndGradients");
        } finally {
            restore("fixtures.dir", given);
        }

        assertEquals(1, level(Level.CORE).get("missing").getAsInt());
        assertTrue(text().contains("missing 1: NOT TESTED against reference values: there is no file "), text());
        assertTrue(text().contains("verdict: not proven: "), text());
    }

    private static void restore(String property, @Nullable String value) {
        if (value == null) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, value);
        }
    }

    @Test
    void theEngineTheKitAndTheMachineAreNamed() throws IOException {
        run(Fault.NONE).method("scopesNest");

        JsonObject json = json();
        assertEquals("list", json.get("engine").getAsString());
        assertEquals(
                "float64, plain loops, 1 thread, broken on purpose: NONE",
                json.get("description").getAsString());
        assertEquals("float64, bit for bit", json.get("arithmetic").getAsString());
        assertEquals("0", json.get("seed").getAsString());
        assertTrue(json.get("kit").getAsString().matches("\\d+\\.\\d+\\.\\d+.*"), "version of the kit");
        assertTrue(json.get("java").getAsString().contains(Runtime.version().toString()), "JDK");
    }

    @Test
    void theErrorOfEachOperationIsToldAndTheLargestNamed() throws IOException {
        run(Fault.NONE).method("anOperationIsWithinItsBounds");

        JsonObject largest = json().getAsJsonArray("operations").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .max(Comparator.comparingDouble(CertificateTest::error))
                .orElseThrow();
        assertTrue(error(largest) > 1, "an error in ULP");
        String words = json().get("largest error").getAsString();
        assertTrue(
                words.matches(String.format(Locale.ROOT, "%.2f ULP of .* of %s", error(largest), name(largest))),
                words);
        assertTrue(text().contains(words), text());
        assertTrue(json().get("time").getAsString().matches("\\d+ s"), "time");
    }

    private static String name(JsonObject operation) {
        return operation.get("operation").getAsString();
    }

    private static double error(JsonObject operation) {
        return Math.max(
                operation.get("value ulps").getAsDouble(),
                operation.get("partial ulps").getAsDouble());
    }

    @Test
    void everyContractOfTheKitHasALevel() {
        List<String> without = Ledger.contracts(EngineTck.class).stream()
                .filter(contract -> contract.getAnnotation(Proves.class) == null)
                .map(Class::getSimpleName)
                .collect(Collectors.toList());

        assertEquals(List.of(), without, "contracts that do not say what they prove: add @Proves(Level...)");
    }
}
