package org.wengert.tck;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.wengert.Shape;
import org.wengert.error.WengertException;

/** The fields of a JSON object; what is missing or of another kind is refused with the place where it should stand. */
final class Fields {
    private final JsonObject object;
    private final String where;

    /**
     * The fields of an object.
     *
     * @param where names it in errors: file and id
     */
    Fields(JsonObject object, String where) {
        this.object = object;
        this.where = where;
    }

    /** The same fields, named in another way. */
    Fields at(String place) {
        return new Fields(object, place);
    }

    boolean has(String name) {
        return object.has(name) && !object.get(name).isJsonNull();
    }

    JsonElement get(String name) {
        if (!object.has(name)) {
            throw refused("'" + name + "' is missing");
        }
        return object.get(name);
    }

    FixtureException refused(String what) {
        return new FixtureException(where + ": " + what);
    }

    String text(String name) {
        JsonElement element = get(name);
        if (!element.isJsonPrimitive()) {
            throw refused("'" + name + "' must be a text: it is " + brief(element));
        }
        return element.getAsString();
    }

    boolean flag(String name) {
        return text(name).equals("true");
    }

    double number(String name) {
        return number(name, get(name));
    }

    int integer(String name) {
        return integer(name, get(name));
    }

    double[] numbers(String name) {
        return numbers(name, get(name));
    }

    double[] numbers(String name, JsonElement array) {
        return elements(name, array).stream()
                .mapToDouble(each -> number(name, each))
                .toArray();
    }

    int[] integers(String name) {
        return integers(name, get(name));
    }

    int[] integers(String name, JsonElement array) {
        return elements(name, array).stream()
                .mapToInt(each -> integer(name, each))
                .toArray();
    }

    /** A number, among them "NaN", "Infinity" and -0.0. */
    double number(String name, JsonElement element) {
        try {
            return element.getAsDouble();
        } catch (RuntimeException e) {
            throw refused("'" + name + "' must hold numbers: " + brief(element) + " is none");
        }
    }

    int integer(String name, JsonElement element) {
        double number = number(name, element);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw refused("'" + name + "' must hold whole numbers: " + brief(element) + " is none");
        }
        return (int) number;
    }

    List<JsonElement> elements(String name) {
        return elements(name, get(name));
    }

    List<JsonElement> elements(String name, JsonElement array) {
        if (!array.isJsonArray()) {
            throw refused("'" + name + "' must be a list: it is " + brief(array));
        }
        return array.getAsJsonArray().asList();
    }

    Fields object(String name) {
        return object(name, get(name));
    }

    Fields object(String name, JsonElement element) {
        if (!element.isJsonObject()) {
            throw refused("'" + name + "' must hold objects: " + brief(element) + " is none");
        }
        return new Fields(element.getAsJsonObject(), where);
    }

    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        elements(name).forEach(element -> objects.add(object(name, element)));
        return objects;
    }

    boolean hasText(String list, String wanted) {
        JsonArray array = has(list) ? get(list).getAsJsonArray() : new JsonArray();
        return StreamSupport.stream(array.spliterator(), false)
                .anyMatch(element -> element.getAsString().equals(wanted));
    }

    /** The shape of a tensor, whose numbers must fill it. */
    Shape shape() {
        try {
            Shape shape = Shape.of(integers("shape"));
            int numbers = elements("data").size();
            if (shape.size() != numbers) {
                throw refused("'data' must fill the shape " + shape + ": " + shape.size() + " numbers are needed, got "
                        + numbers);
            }
            return shape;
        } catch (WengertException | IllegalArgumentException e) {
            throw refused("'shape' is none: " + e.getMessage());
        }
    }

    private static String brief(JsonElement element) {
        String text = element.toString();
        return text.length() > 40 ? text.substring(0, 37) + "..." : text;
    }
}
