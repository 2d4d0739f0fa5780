package org.wengert.bench.counts;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts as JSON: an object of rows, each an object of figures; whole numbers are written as such. */
final class CountsFile {
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    private CountsFile() {}

    static String write(SortedMap<String, SortedMap<String, Double>> rows) {
        JsonObject file = new JsonObject();
        rows.forEach((id, figures) -> file.add(id, object(figures)));
        return GSON.toJson(file);
    }

    private static JsonObject object(Map<String, Double> figures) {
        JsonObject object = new JsonObject();
        figures.forEach((name, figure) -> {
            if (figure == Math.rint(figure)) {
                object.addProperty(name, figure.longValue());
            } else {
                object.addProperty(name, figure);
            }
        });
        return object;
    }

    static SortedMap<String, SortedMap<String, Double>> read(String text) {
        SortedMap<String, SortedMap<String, Double>> rows = new TreeMap<>();
        for (Map.Entry<String, JsonElement> row :
                JsonParser.parseString(text).getAsJsonObject().entrySet()) {
            SortedMap<String, Double> figures = new TreeMap<>();
            row.getValue()
                    .getAsJsonObject()
                    .entrySet()
                    .forEach(figure ->
                            figures.put(figure.getKey(), figure.getValue().getAsDouble()));
            rows.put(row.getKey(), figures);
        }
        return rows;
    }
}
