package org.wengert.bench.result;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether JSON has every component of a record, each of its kind, and null only where that is allowed. Gson itself makes
 * zeros and nulls of what is missing.
 */
final class Complete {
    private Complete() {}

    /**
     * Checks an object and all within it.
     *
     * @throws JsonParseException if something is missing or of another kind, naming its place
     */
    static void require(JsonObject object, Class<? extends Record> type) {
        components("", object, type);
    }

    private static void components(String place, JsonObject object, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            if (!object.has(name)) {
                throw new JsonParseException("'" + place + name + "' is missing");
            }
            value(place + name, object.get(name), component.getAnnotatedType());
        }
    }

    private static void value(String place, JsonElement value, AnnotatedType annotated) {
        if (value.isJsonNull() && annotated.isAnnotationPresent(Nullable.class)) {
            return;
        }
        Type type = annotated.getType();
        if (annotated instanceof AnnotatedParameterizedType generic && type instanceof ParameterizedType of) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            if (of.getRawType() == List.class) {
                list(place, value, arguments[0]);
            } else {
                map(place, value, arguments[1]);
            }
        } else if (type instanceof Class<?> record && record.isRecord()) {
            require(value.isJsonObject(), place, "an object", value);
            components(place + ".", value.getAsJsonObject(), record);
        } else {
            plain(place, value, type);
        }
    }

    private static void list(String place, JsonElement value, AnnotatedType of) {
        require(value.isJsonArray(), place, "a list", value);
        JsonArray list = value.getAsJsonArray();
        for (int i = 0; i < list.size(); i++) {
            value(place + "[" + i + "]", list.get(i), of);
        }
    }

    private static void map(String place, JsonElement value, AnnotatedType of) {
        require(value.isJsonObject(), place, "an object", value);
        for (Map.Entry<String, JsonElement> entry : value.getAsJsonObject().entrySet()) {
            value(place + "." + entry.getKey(), entry.getValue(), of);
        }
    }

    private static void plain(String place, JsonElement value, Type type) {
        boolean text = type == String.class;
        boolean fits = value.isJsonPrimitive()
                && (text
                        ? value.getAsJsonPrimitive().isString()
                        : value.getAsJsonPrimitive().isNumber());
        require(fits, place, text ? "a text" : "a number", value);
    }

    private static void require(boolean fits, String place, String kind, JsonElement value) {
        if (!fits) {
            String found = value.toString();
            String shown = found.length() > 40 ? found.substring(0, 40) + "..." : found;
            throw new JsonParseException("'" + place + "' is not " + kind + ": " + shown);
        }
    }
}
