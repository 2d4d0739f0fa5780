package org.wengert.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results for a program to read. */
final class Json {
    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .create();

    private Json() {}

    /** Writes one object, its fields in the map's order. */
    static void print(PrintWriter out, Map<String, ? extends @Nullable Object> fields) {
        out.println(GSON.toJson(fields));
        out.flush();
    }

    /** The number, or null for what JSON cannot write: NaN and infinities. */
    static @Nullable Double number(double x) {
        return Double.isFinite(x) ? x : null;
    }
}
