package org.wengert.nn.io;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.wengert.error.Excerpt;

/** The fields of one JSON object from a file: each is there and of its kind, and there are no others, or it is refused. */
final class JsonFields {
    private static final Gson STRICT =
            new GsonBuilder().setStrictness(Strictness.STRICT).create();

    private final String where;
    private final JsonObject object;
    private final Set<String> left;

    private JsonFields(String where, JsonElement element) {
        if (!element.isJsonObject()) {
            throw new FileException(where + " must be an object");
        }
        this.where = where;
        this.object = element.getAsJsonObject();
        this.left = new LinkedHashSet<>(object.keySet());
    }

    /**
     * Takes a text apart.
     *
     * @param where how messages begin
     */
    static JsonFields parse(String where, String text) {
        try {
            JsonElement element = STRICT.fromJson(text, JsonElement.class);
            if (element == null) {
                throw new FileException(where + " must be an object");
            }
            return new JsonFields(where, element);
        } catch (JsonParseException e) {
            throw new FileException(where + " is no JSON: " + Excerpt.of(text), e);
        }
    }

    /** Which file, and where in it. */
    String where() {
        return where;
    }

    /** Takes all fields with a function, which must leave none. */
    <T> T all(Function<JsonFields, T> function) {
        T result = function.apply(this);
        if (!left.isEmpty()) {
            throw new FileException(where + " has a field that nobody knows: '"
                    + Excerpt.of(left.iterator().next()) + "'");
        }
        return result;
    }

    boolean has(String name) {
        return object.has(name);
    }

    JsonFields object(String name) {
        return new JsonFields(where + ", " + name, field(name));
    }

    Optional<JsonFields> optionalObject(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        for (JsonElement element : list(name)) {
            objects.add(new JsonFields(where + ", " + name + " " + objects.size(), element));
        }
        return objects;
    }

    String text(String name) {
        return text(name, field(name));
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        list(name).forEach(element -> texts.add(text(name, element)));
        return texts;
    }

    double number(String name) {
        return number(name, field(name));
    }

    double[] numbers(String name) {
        return list(name).stream().mapToDouble(element -> number(name, element)).toArray();
    }

    /** A whole number from 1. */
    int count(String name) {
        double number = number(name);
        if (number < 1 || number > Integer.MAX_VALUE || number != Math.rint(number)) {
            throw wrong(name, "a whole number from 1");
        }
        return (int) number;
    }

    /** One of several words. */
    <E extends Enum<E>> E word(String name, Class<E> words) {
        String text = text(name);
        for (E word : words.getEnumConstants()) {
            if (JsonFields.word(word).equals(text)) {
                return word;
            }
        }
        throw wrong(
                name,
                "one of "
                        + List.of(words.getEnumConstants()).stream()
                                .map(JsonFields::word)
                                .toList());
    }

    /** How a constant is written. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }

    FileException wrong(String name, String wanted) {
        return new FileException(where + " has a wrong field: '" + name + "' must be " + wanted + ": got "
                + Excerpt.of(String.valueOf(object.get(name))));
    }

    private JsonElement field(String name) {
        JsonElement element = object.get(name);
        if (element == null) {
            throw new FileException(where + " lacks a field: '" + name + "'");
        }
        left.remove(name);
        return element;
    }

    private List<JsonElement> list(String name) {
        JsonElement element = field(name);
        if (!element.isJsonArray()) {
            throw wrong(name, "a list");
        }
        return element.getAsJsonArray().asList();
    }

    private String text(String name, JsonElement element) {
        if (!(element instanceof JsonPrimitive primitive && primitive.isString())) {
            throw wrong(name, "text");
        }
        return element.getAsString();
    }

    private double number(String name, JsonElement element) {
        if (!(element instanceof JsonPrimitive primitive && primitive.isNumber())) {
            throw wrong(name, "a number");
        }
        return element.getAsDouble();
    }
}
