package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.draw.Drawing;
import org.wengert.explain.Explanation;

/** The page on drawing shows what the commands in it print and draw. */
class DrawAndExplainPageTest {
    private static final Path FOLDER = Path.of("../src/site/markdown");
    private static final Path PAGE = FOLDER.resolve("draw-and-explain.md");
    private static final Pattern COMMAND = Pattern.compile("```\n\\$ src/bin/wengert (.*)\n([^`]*)```");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern PICTURE = Pattern.compile("images/[a-z-]+\\.svg");

    @TempDir
    Path folder;

    /** A command and what the page says it prints. */
    record Shown(String command, String printed) {}

    static Stream<Shown> commands() throws IOException {
        return COMMAND.matcher(Files.readString(PAGE))
                .results()
                .map(match -> new Shown(match.group(1), match.group(2)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandPrintsAndDrawsWhatThePageShows(Shown shown) throws IOException {
        Files.createDirectory(folder.resolve("images"));

        Wengert run = Wengert.run(Stream.concat(words(shown.command()), Stream.of("--engine", "scalar"))
                .toArray(String[]::new));

        assertEquals(shown.printed(), run.err() + run.out());
        for (String picture : pictures(shown.command())) {
            assertEquals(Files.readString(FOLDER.resolve(picture)), Files.readString(folder.resolve(picture)));
        }
    }

    private Stream<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            words.add(PICTURE.matcher(word).matches() ? folder.resolve(word).toString() : word);
        }
        return words.stream();
    }

    private static Set<String> pictures(String text) {
        return PICTURE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyPictureOfThePageIsDrawnByACommandInIt() throws IOException {
        Set<String> drawn = pictures(commands().map(Shown::command).collect(Collectors.joining(" ")));
        Set<String> kept = new TreeSet<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve("images"))) {
            files.map(file -> "images/" + file.getFileName()).forEach(kept::add);
        }

        assertTrue(kept.containsAll(drawn), kept::toString);
        assertEquals(drawn, pictures(Files.readString(PAGE)));
        assertTrue(pictures(Files.readString(Path.of("../README.md"))).contains("images/expression.svg"));
    }

    @Test
    void theProgramOfThePageRuns() throws IOException {
        Path file = folder.resolve("loss.svg");
        try (Engine engine = Engines.open("tape")) {
            Variable a = engine.variable(2);
            Variable b = engine.variable(-3);
            Variable c = engine.variable(10);
            Variable f = engine.variable(-2);
            Value loss = a.mul(b).add(c).mul(f).label("L");
            loss.backward();
            Files.writeString(file, Drawing.of(loss).path(a).heat().svg());
            assertEquals(6, Explanation.of(loss, a).gradient());
        }
        assertTrue(Files.readString(file).startsWith("<svg "));
    }
}
