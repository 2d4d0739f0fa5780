package org.wengert.bench.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Style and script, which lie beside this package's classes. */
final class Resource {
    private Resource() {}

    /** The file's text. */
    static String text(String name) {
        try (InputStream file = Objects.requireNonNull(Resource.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
