package org.wengert.bench.result;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wengert.nn.io.AtomicFile;
import org.wengert.nn.io.FileException;

/** A {@link BenchResult} as a file of JSON: an object with the record's components as its keys, in their order. */
public final class ResultFile {
    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .create();

    private ResultFile() {}

    /**
     * Writes a result as a whole or not at all.
     *
     * @throws FileException if the file cannot be written; what had its name is as it was
     */
    public static void write(Path file, BenchResult result) {
        byte[] bytes = (GSON.toJson(result) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFile.write("bench", file, out -> out.write(bytes));
    }

    /**
     * Reads a result.
     *
     * @throws FileException if there is no such file, or it is not what {@link #write} writes: another format, cut off, or
     *     with a key missing or a value of another kind, which the text names
     */
    public static BenchResult read(Path file) {
        try {
            return result(JsonParser.parseString(text(file)));
        } catch (JsonParseException | IllegalStateException | IllegalArgumentException e) {
            throw new FileException(
                    "bench: " + file + " is no result of 'wengert bench': "
                            + String.valueOf(e.getMessage()).replaceAll("\\R\\s*", " "),
                    e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new FileException("bench: no such file: " + file, e);
        } catch (CharacterCodingException e) {
            throw new FileException("bench: " + file + " is no result of 'wengert bench': it is not text in UTF-8", e);
        } catch (IOException e) {
            throw new FileException("bench: cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static BenchResult result(JsonElement parsed) {
        if (!(parsed instanceof JsonObject object)) {
            throw new JsonParseException("it holds no JSON object");
        }
        @Nullable JsonElement format = object.get("format");
        if (!new JsonPrimitive(BenchResult.FORMAT).equals(format)) {
            throw new JsonParseException(
                    "its format is " + format + ", this version reads \"" + BenchResult.FORMAT + "\"");
        }
        Complete.require(object, BenchResult.class);
        return GSON.fromJson(object, BenchResult.class);
    }
}
