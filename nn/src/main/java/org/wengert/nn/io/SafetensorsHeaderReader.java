package org.wengert.nn.io;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wengert.Shape;
import org.wengert.error.Excerpt;
import org.wengert.error.ShapeException;

/**
 * The JSON of a safetensors header, taken token by token: nothing is nested deeper than the format has it, and no name
 * stands twice.
 */
final class SafetensorsHeaderReader {
    /** Whole numbers that a long holds whatever their digits. */
    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,17}");

    private final Path file;
    private final JsonReader json;
    private final List<SafetensorsHeader.Entry> entries = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private Map<String, String> metadata = Map.of();

    private SafetensorsHeaderReader(Path file, String text) {
        this.file = file;
        json = new JsonReader(new StringReader(text));
        json.setStrictness(Strictness.STRICT);
    }

    static SafetensorsHeader read(Path file, String text) throws IOException {
        try {
            return new SafetensorsHeaderReader(file, text).header();
        } catch (MalformedJsonException | EOFException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new FileException("safetensors: header is no JSON: " + file + ": " + Excerpt.of(reason), e);
        }
    }

    private SafetensorsHeader header() throws IOException {
        expect(JsonToken.BEGIN_OBJECT, "header must be an object", "it");
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (!names.add(name)) {
                throw new FileException("safetensors: two tensors share a name: '" + Excerpt.of(name) + "' in " + file);
            }
            if (name.equals(SafetensorsHeader.METADATA)) {
                metadata = texts();
            } else {
                entries.add(entry(name));
            }
        }
        json.endObject();
        expect(JsonToken.END_DOCUMENT, "header must end with its object", "the rest");
        return new SafetensorsHeader(entries, metadata);
    }

    private Map<String, String> texts() throws IOException {
        String wanted = "metadata must be texts by name";
        Map<String, String> texts = new LinkedHashMap<>();
        expect(JsonToken.BEGIN_OBJECT, wanted, SafetensorsHeader.METADATA);
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            expect(JsonToken.STRING, wanted, "'" + Excerpt.of(name) + "'");
            if (texts.put(name, json.nextString()) != null) {
                throw new FileException(
                        "safetensors: two entries of the metadata share a name: '" + Excerpt.of(name) + "' in " + file);
            }
        }
        json.endObject();
        return texts;
    }

    private SafetensorsHeader.Entry entry(String name) throws IOException {
        String shown = "'" + Excerpt.of(name) + "'";
        @Nullable StoredType type = null;
        @Nullable Shape shape = null;
        long @Nullable [] offsets = null;
        expect(JsonToken.BEGIN_OBJECT, "a tensor must be described by an object", shown);
        json.beginObject();
        while (json.hasNext()) {
            String field = json.nextName();
            if (field.equals("dtype") && type == null) {
                type = type(shown);
            } else if (field.equals("shape") && shape == null) {
                shape = shape(shown);
            } else if (field.equals("data_offsets") && offsets == null) {
                offsets = offsets(shown);
            } else {
                throw new FileException("safetensors: a tensor has dtype, shape and data_offsets, once each: " + shown
                        + " in " + file + " has '" + Excerpt.of(field) + "' too");
            }
        }
        json.endObject();
        if (type == null || shape == null || offsets == null) {
            throw new FileException("safetensors: a tensor has dtype, shape and data_offsets, once each: " + shown
                    + " in " + file + " has no "
                    + (type == null ? "dtype" : shape == null ? "shape" : "data_offsets"));
        }
        return new SafetensorsHeader.Entry(name, type, shape, offsets[0], offsets[1]);
    }

    private StoredType type(String shown) throws IOException {
        expect(JsonToken.STRING, "dtype must be a text", shown);
        String name = json.nextString();
        return StoredType.ofSafetensors(name)
                .orElseThrow(() -> new FileException("safetensors: unknown dtype: '" + Excerpt.of(name) + "' of "
                        + shown + " in " + file + ": known are " + List.of(StoredType.values())));
    }

    private Shape shape(String shown) throws IOException {
        List<Long> sizes = wholes("shape", shown);
        if (sizes.stream().anyMatch(size -> size > Integer.MAX_VALUE)) {
            throw tooLarge(shown, sizes, null);
        }
        try {
            return Shape.of(sizes.stream().mapToInt(Long::intValue).toArray());
        } catch (ShapeException e) {
            throw tooLarge(shown, sizes, e);
        }
    }

    private FileException tooLarge(String shown, List<Long> sizes, @Nullable Throwable cause) {
        String text = "safetensors: tensor is too large: " + shown + " in " + file + " claims to hold "
                + Excerpt.of(sizes.toString()) + "; an array holds at most " + Integer.MAX_VALUE + " numbers";
        return cause == null ? new FileException(text) : new FileException(text, cause);
    }

    private long[] offsets(String shown) throws IOException {
        List<Long> offsets = wholes("data_offsets", shown);
        if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
            throw new FileException("safetensors: data_offsets must be begin and end: those of " + shown + " in " + file
                    + " are " + Excerpt.of(offsets.toString()));
        }
        return new long[] {offsets.get(0), offsets.get(1)};
    }

    private List<Long> wholes(String field, String shown) throws IOException {
        String wanted = field + " must be whole numbers from 0";
        List<Long> numbers = new ArrayList<>();
        expect(JsonToken.BEGIN_ARRAY, wanted, shown);
        json.beginArray();
        while (json.hasNext()) {
            expect(JsonToken.NUMBER, wanted, shown);
            String number = json.nextString();
            if (!WHOLE.matcher(number).matches()) {
                throw new FileException(
                        "safetensors: " + wanted + ": " + shown + " in " + file + " has " + Excerpt.of(number));
            }
            numbers.add(Long.valueOf(number));
        }
        json.endArray();
        return numbers;
    }

    private void expect(JsonToken wanted, String rule, String what) throws IOException {
        JsonToken next = json.peek();
        if (next != wanted) {
            throw new FileException("safetensors: " + rule + ": " + what + " in " + file + " is "
                    + switch (next) {
                        case BEGIN_ARRAY -> "a list";
                        case BEGIN_OBJECT -> "an object";
                        case STRING -> "a text";
                        case NUMBER -> "a number";
                        case BOOLEAN -> "true or false";
                        case NULL -> "null";
                        default -> "missing";
                    });
        }
    }
}
