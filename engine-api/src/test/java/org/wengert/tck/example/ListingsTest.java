package org.wengert.tck.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The guide quotes the example as it is. */
class ListingsTest {
    private static final Path PAGE = Path.of("../src/site/markdown/add-an-engine.md");
    private static final Path SOURCES = Path.of("src/test/java/org/wengert/tck/example");
    private static final Pattern LISTING =
            Pattern.compile("`(\\w+\\.java)`[^`]*:\n\n```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void theGuideQuotesTheExampleAsItIs() throws IOException {
        List<MatchResult> listings =
                LISTING.matcher(Files.readString(PAGE)).results().collect(Collectors.toList());

        assertEquals(3, listings.size());
        for (MatchResult listing : listings) {
            String source = flat(Files.readString(SOURCES.resolve(listing.group(1))));
            assertTrue(source.contains(flat(listing.group(2))), () -> listing.group(1) + " has no " + listing.group(2));
        }
    }

    /** Without indentation, which differs between a page and a file. */
    private static String flat(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
