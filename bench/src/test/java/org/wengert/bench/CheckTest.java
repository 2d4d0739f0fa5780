package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {
    private static final String FEW = "10";

    private static final String OPS = """
            {"schema": "ops/1", "cases": [
              {"id": "mul/1", "op": "mul", "attrs": {}, "tags": ["generic"], "args": [0, 0],
               "inputs": [{"shape": [2], "data": [3.0, -2.0]}],
               "output": {"shape": [2], "data": [9.0, 4.0]}, "upstream": {"shape": [2], "data": [1.0, 0.5]},
               "grads": [{"shape": [2], "data": [6.0, -2.0]}]}
            ]}
            """;

    private static final String GRAPHS = """
            {"schema": "graphs/1", "graphs": [
              {"id": "g1", "kind": "by-hand", "leaves": [2.0], "nodes": [["mul", [0, 0]]], "out": 1,
               "value": 4.0, "grads": [4.0], "node_values": [2.0, 4.0], "node_adjoints": [4.0, 1.0]}
            ]}
            """;

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void everyEngineOnTheClassPathIsChecked() throws IOException {
        Wengert run = Wengert.run("check", "--cases", FEW, "--fixtures", file("ops.json", OPS), file("g.json", GRAPHS));

        assertEquals(0, run.exitCode(), run.out() + run.err());
        assertEquals("check: scalar\ncheck: tape\n", run.err());
        List<String> lines = run.out().lines().toList();
        List<String> verdict = lines.subList(lines.indexOf("Verdict") + 1, lines.size());
        assertEquals(2, verdict.size(), run.out());
        for (String line : verdict) {
            assertTrue(
                    line.matches(
                            "  (scalar|tape) passes: \\d+ operations, 10 random graphs, 2 cases from files; the largest error is"
                                    + " [0-9.]+ ULP, in \\S+"),
                    line);
        }
    }

    @Test
    void aTableNamesEveryOperation() {
        Wengert run = Wengert.run("check", "--engine", "scalar", "--cases", FEW);

        for (String operation : List.of("tanh", "pow(a,b)", "matmul", "crossEntropy", "gather")) {
            assertTrue(run.out().lines().anyMatch(line -> line.startsWith("  " + operation + " ")), operation);
        }
    }

    @Test
    void oneObjectOfJsonNamesTheLargestErrorOfEachOperation() throws IOException {
        Wengert run = Wengert.run(
                "check",
                "--engine",
                "tape",
                "--cases",
                FEW,
                "--seed",
                "7",
                "--json",
                "--fixtures",
                file("o.json", OPS));

        assertEquals(0, run.exitCode(), run.out());
        assertTrue(run.json().get("passed").getAsBoolean());
        assertEquals(7, run.json().get("seed").getAsLong());
        JsonObject tape = run.json().getAsJsonArray("engines").get(0).getAsJsonObject();
        assertEquals("tape", tape.get("engine").getAsString());
        assertEquals(0, tape.getAsJsonArray("failures").size());
        JsonObject div = operation(tape, "div");
        assertEquals(0.5, div.get("value_ulps").getAsDouble(), 0.1);
        assertEquals(2, div.getAsJsonArray("partial_ulps").size());
        JsonObject file = tape.getAsJsonArray("fixtures").get(0).getAsJsonObject();
        assertEquals(1, file.get("passed").getAsInt());
        assertEquals(0, file.get("failed").getAsInt());
    }

    private static JsonObject operation(JsonObject engine, String name) {
        for (JsonElement operation : engine.getAsJsonArray("operations")) {
            if (operation.getAsJsonObject().get("operation").getAsString().equals(name)) {
                return operation.getAsJsonObject();
            }
        }
        throw new AssertionError("no operation " + name);
    }

    @Test
    void theUsualSettingsChooseThePrecision() {
        Wengert run = Wengert.runWith(
                "wengert.tape.precision", "float32", "check", "--engine", "tape", "--cases", FEW, "--json");

        JsonObject tape = run.json().getAsJsonArray("engines").get(0).getAsJsonObject();
        assertEquals(0, run.exitCode(), run.out());
        assertEquals("float32", tape.get("precision").getAsString());
    }

    @Test
    void aThirdPartysEngineThatIsWrongFailsAndItsOperationIsNamed() throws IOException {
        String services = "META-INF/services/org.wengert.spi.EngineProvider";
        Files.createDirectories(folder.resolve(services).getParent());
        Files.writeString(folder.resolve(services), BrokenEngineProvider.class.getName());

        Wengert run = withClassPath(folder, "check", "--cases", FEW);

        assertEquals(1, run.exitCode());
        assertEquals("check: broken\ncheck: scalar\ncheck: tape\n", run.err());
        List<String> lines = run.out().lines().toList();
        int verdict = lines.indexOf("Verdict");
        assertTrue(
                lines.get(verdict + 1).matches("  broken FAILS: \\d failures? in \\d+ operations, 10 random graphs"),
                run.out());
        assertTrue(
                lines.get(verdict + 2)
                        .matches("    tanh: derivative at \\S+: exactly \\S+, got \\S+, which is off by \\S+ ULP where"
                                + " 4.0 are allowed"),
                lines.get(verdict + 2));
        assertTrue(run.out().contains("\n  scalar passes: "), run.out());
    }

    private static Wengert withClassPath(Path extra, String... arguments) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {extra.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            return Wengert.run(arguments);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void aCaseThatDiffersFailsWithFileAndId() throws IOException {
        String ops = file("ops.json", OPS.replace("9.0", "9.5"));
        String graphs = file("graphs.json", GRAPHS.replace("\"value\": 4.0", "\"value\": 5.0"));

        Wengert run = Wengert.run(
                "check", "--engine", "scalar", "--cases", FEW, "--json", "--fixtures", ops, "--fixtures", graphs);

        assertEquals(1, run.exitCode());
        assertFalse(run.json().get("passed").getAsBoolean());
        List<String> failures =
                run
                        .json()
                        .getAsJsonArray("engines")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonArray("failures")
                        .asList()
                        .stream()
                        .map(JsonElement::getAsString)
                        .collect(Collectors.toList());
        assertEquals(
                List.of(
                        ops + ": mul/1: output[0]: expected 9.5, got 9.0, which is off by 0.5, relative"
                                + " 0.05263157894736842, 2.81474976710656E14 ULP",
                        graphs
                                + ": g1: first result that differs is that of node 1, [\"mul\",[0,0]], of 2: expected 5.0,"
                                + " got 4.0"),
                failures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [1]                                      | FILE: not one JSON object
            {                                        | FILE: not JSON: End of input at line 1 column 2 path $.
            {"cases": []}                            | FILE: 'schema' is missing
            {"schema": "training/1"}                 | FILE: there is no layout 'training/1': known are deep/1, graphs/1, ops/1, seeds/1
            {"schema": "ops/1"}                      | FILE: 'cases' is missing
            {"schema": "ops/1", "cases": 3}          | FILE: 'cases' must be a list: it is 3
            {"schema": "ops/1", "cases": [{}]}       | FILE: cases[0]: 'id' is missing
            {"schema": "ops/1", "cases": [{"id":"a"}]} | FILE: a: 'attrs' is missing
            {"schema": "ops/1", "cases": [{"id":"a","attrs":{},"inputs":[{"shape":[2],"data":[1.0]}],"upstream":{"shape":[],"data":[1.0]}}]} | FILE: a: 'data' must fill the shape [2]: 2 numbers are needed, got 1
            {"schema": "ops/1", "cases": [{"id":"a","attrs":{},"op":"frob","args":[0],"inputs":[{"shape":[],"data":[1.0]}],"upstream":{"shape":[],"data":[1.0]}}]} | FILE: a: there is no operation 'frob'
            {"schema": "ops/1", "cases": [{"id":"a","attrs":{},"op":"exp","args":[1],"inputs":[{"shape":[],"data":[1.0]}],"upstream":{"shape":[],"data":[1.0]}}]} | FILE: a: 'args' must count the inputs from 0: there is no input 1
            {"schema": "ops/1", "cases": [{"id":"a","attrs":{},"op":"exp","args":[0],"inputs":[{"shape":[],"data":["x"]}],"upstream":{"shape":[],"data":[1.0]}}]} | FILE: a: 'data' must hold numbers: "x" is none
            {"schema": "graphs/1", "graphs": [{"id":"g","leaves":[1.0],"nodes":[["frob",[0]]]}]} | FILE: g: there is no operation 'frob' on one node
            {"schema": "graphs/1", "graphs": [{"id":"g","leaves":[1.0],"nodes":[["exp",[3]]]}]} | FILE: g: there is no node 3 before it is used
            {"schema": "deep/1", "chains": [{"id":"spiral-1k","n":10}]} | FILE: spiral-1k: there is no recipe 'spiral'
            """)
    void aFileThatIsNotLaidOutAsItSaysIsRefusedByFileAndId(String text, String message) throws IOException {
        String file = file("cases.json", text);

        assertRefused("--fixtures: " + message.replace("FILE", file), "--engine", "scalar", "--fixtures", file);
    }

    @Test
    void aMissingFileIsNamed() {
        String file = folder.resolve("none.json").toString();

        assertRefused("--fixtures: no such file: " + file, "--fixtures", file);
    }

    @Test
    void anUnknownEngineIsNamedWithThoseThatExist() {
        assertRefused(
                "engine: no engine is named 'tpae' (explicit choice): found scalar, tape; did you mean 'tape'?",
                "--engine",
                "tpae");
    }

    @Test
    void countsAndSeedsMustBeWholeNumbers() {
        assertRefused("--cases: it must be a whole number from 1: got '0'", "--cases", "0");
        assertRefused("--seed: it must be a whole number of 64 bits: got 'x'", "--seed", "x");
    }

    private static void assertRefused(String message, String... arguments) {
        String[] all = Stream.concat(Stream.of("check"), Stream.of(arguments)).toArray(String[]::new);
        Wengert run = Wengert.run(all);

        String last = run.err().replaceAll("check: scalar\n", "");
        assertEquals("wengert check: " + message + "\nTry 'wengert check --help'.\n", last);
        assertEquals("", run.out());
        assertEquals(2, run.exitCode());
    }
}
