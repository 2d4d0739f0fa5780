package org.wengert.bench.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.bench.Wengert;

/** The picture of a training run is what the command above it draws, but for the command itself, which names the file. */
class TrainingPictureTest {
    private static final Pattern COMMAND =
            Pattern.compile("src/bin/wengert (train .* --report )src/site/markdown/(.*svg)");

    @TempDir
    private Path folder;

    @Test
    void thePageShowsWhatItsCommandDraws() throws IOException {
        Matcher command =
                COMMAND.matcher(Page.of(Page.SITE.resolve("train-a-network.md")).text());
        assertTrue(command.find(), "there is no such command");
        Path drawn = folder.resolve("drawn.svg");

        List<String> words = new ArrayList<>(List.of(command.group(1).split(" ")));
        words.add(drawn.toString());

        Wengert run = Wengert.run(words.toArray(String[]::new));

        assertEquals(0, run.exitCode(), run.err());
        assertEquals(
                anonymous(Page.SITE.resolve(command.group(2))),
                anonymous(drawn),
                "run the command again and look at the picture");
    }

    private static String anonymous(Path picture) throws IOException {
        return Files.readString(picture).replaceFirst("Made by: [^<]*", "");
    }
}
