package org.wengert.tck;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wengert.Engine;

/** Cases with their right results in a JSON file, for any engine to be compared with. */
public final class FixtureFile {
    /** What is done with a case on an engine; an {@link AssertionError} says what differs. */
    @FunctionalInterface
    private interface Comparison {
        /** Whether the case could be compared in this precision. */
        boolean run(Engine engine, Precision precision, Fields fields);
    }

    /** A layout: where the cases stand and how one is compared. */
    private record Layout(String list, Comparison comparison) {}

    private static final Map<String, Layout> LAYOUTS = new TreeMap<>(Map.of(
            "ops/1", new Layout("cases", FixtureComparisons::operation),
            "graphs/1", new Layout("graphs", FixtureComparisons::graph),
            "seeds/1", new Layout("examples", FixtureComparisons::example),
            "deep/1", new Layout("chains", FixtureComparisons::chain)));

    private final String name;
    private final Layout layout;
    private final List<Fields> cases;

    private FixtureFile(String name, Layout layout, List<Fields> cases) {
        this.name = name;
        this.layout = layout;
        this.cases = cases;
    }

    /**
     * A file in one of the layouts {@code ops/1}, {@code graphs/1}, {@code deep/1} and {@code seeds/1}, as its field
     * {@code schema} says.
     *
     * @throws FixtureException if it cannot be read or is in none of them
     */
    public static FixtureFile read(Path path) {
        Fields file = new Fields(object(path), path.toString());
        String schema = file.text("schema");
        if (!LAYOUTS.containsKey(schema)) {
            throw file.refused("there is no layout '" + schema + "': known are " + String.join(", ", LAYOUTS.keySet()));
        }
        Layout layout = LAYOUTS.get(schema);
        List<Fields> cases = new ArrayList<>();
        for (JsonElement element : file.elements(layout.list())) {
            String place = path + ": " + layout.list() + "[" + cases.size() + "]";
            String id = file.object(layout.list(), element).at(place).text("id");
            cases.add(file.object(layout.list(), element).at(path + ": " + id));
        }
        return new FixtureFile(path.toString(), layout, cases);
    }

    private static JsonObject object(Path path) {
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            JsonElement root = JsonParser.parseReader(reader);
            if (root.isJsonObject()) {
                return root.getAsJsonObject();
            }
        } catch (NoSuchFileException e) {
            throw new FixtureException("no such file: " + path);
        } catch (IOException e) {
            throw new FixtureException("cannot read " + path + ": " + e.getMessage());
        } catch (JsonParseException | IllegalStateException e) {
            throw new FixtureException(path + ": not JSON: "
                    + String.valueOf(e.getMessage())
                            .lines()
                            .findFirst()
                            .orElse("")
                            .replaceAll("^.*?Exception: ", ""));
        }
        throw new FixtureException(path + ": not one JSON object");
    }

    /** How many cases there are. */
    public int size() {
        return cases.size();
    }

    /**
     * Compares every case on an engine.
     *
     * @throws FixtureException if a case is not laid out as it should be
     */
    public FixtureReport compare(Engine engine, Precision precision) {
        FixtureReport report = new FixtureReport(name);
        for (Fields each : cases) {
            report.add(each.text("id"), () -> layout.comparison().run(engine, precision, each));
        }
        return report;
    }
}
