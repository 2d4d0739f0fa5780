package org.wengert.scalar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.tck.ConventionsPage;

/** The page of conventions shows what the engine gives; {@code -Dconventions.page=write} writes it anew. */
class ConventionsPageTest {
    private static final Path PAGE = Path.of("../src/site/markdown/conventions.md");

    @Test
    void thePageOfConventionsShowsWhatTheEngineGives() throws IOException {
        String page;
        try (Engine engine = new ScalarEngine()) {
            page = ConventionsPage.markdown(engine);
        }
        if (System.getProperty("conventions.page", "").equals("write")) {
            Files.writeString(PAGE, page);
        }

        assertEquals(
                Files.readString(PAGE), page, "run this test with -Dconventions.page=write and read the difference");
    }
}
