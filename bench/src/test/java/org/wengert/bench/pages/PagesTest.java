package org.wengert.bench.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.bench.Wengert;

/**
 * The listings and commands of every page print and draw what the page shows; {@code -Dpages=write} writes what they do into
 * the pages.
 */
class PagesTest {
    private static final boolean WRITE = System.getProperty("pages", "").equals("write");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /** Excerpts of the kit's example, which a test of the kit compares with it. */
    private static final Set<String> QUOTING = Set.of("src/site/markdown/add-an-engine.md");

    @TempDir
    Path folder;

    static Stream<Page> pages() throws IOException {
        return Page.all().stream()
                .filter(page -> !QUOTING.contains(page.toString()))
                .filter(page -> page.blocks().stream().anyMatch(block -> block.isListing() || block.isCommand()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePageShowsWhatItsListingsAndCommandsDo(Page page) throws Exception {
        Path images = Files.createDirectory(folder.resolve("images"));

        String shown = shown(page);

        if (WRITE) {
            Files.writeString(page.file(), shown);
        }
        assertEquals(
                page.text(), WRITE ? page.text() : shown, "run this test with -Dpages=write and read the difference");
        Set<String> drawn = names(images);
        if (!drawn.isEmpty()) {
            assertEquals(page.pictures(), drawn);
        }
        for (String picture : drawn) {
            Path kept = page.folder().resolve(picture);
            if (WRITE) {
                Files.createDirectories(kept.getParent());
                Files.copy(folder.resolve(picture), kept, StandardCopyOption.REPLACE_EXISTING);
            }
            assertEquals(Files.readString(kept), Files.readString(folder.resolve(picture)), picture);
        }
    }

    /** The page, with what its program and its commands print now in the place of what it says they do. */
    private String shown(Page page) throws Exception {
        List<Block> program = page.program();
        List<String> printed = program.isEmpty() ? List.of("") : Listings.run(program, folder);
        assertEquals("", printed.get(printed.size() - 1), "is printed, and no block below shows it");
        Iterator<String> next = printed.iterator();
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (Block block : page.blocks()) {
            String now = block.text();
            if (block.isCommand()) {
                now = block.printing(output(block));
            } else if (block.isOutput() && program.contains(block)) {
                now = next.next();
            }
            text.append(page.text(), copied, block.start()).append(now);
            copied = block.start() + block.text().length();
        }
        return text.append(page.text().substring(copied)).toString();
    }

    private String output(Block command) {
        Wengert run = Wengert.run(words(command.arguments()));
        return run.err() + run.out();
    }

    private String[] words(String arguments) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(arguments);
        while (matcher.find()) {
            String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            words.add(word.startsWith("images/") ? folder.resolve(word).toString() : word);
        }
        return words.toArray(String[]::new);
    }

    private static Set<String> names(Path images) throws IOException {
        try (Stream<Path> files = Files.list(images)) {
            return files.map(file -> "images/" + file.getFileName()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
