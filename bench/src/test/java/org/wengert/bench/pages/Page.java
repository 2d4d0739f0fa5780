package org.wengert.bench.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of the documentation as tests read it.
 *
 * @param file where it stands
 * @param text all of it
 */
record Page(Path file, String text) {
    /** README and all that the site is made of are below this folder. */
    static final Path PROJECT = Path.of("..");

    static final Path SITE = PROJECT.resolve("src/site/markdown");

    /** What stands between fences, or in a comment of that kind: {@code <!-- java}. */
    private static final Pattern BLOCK =
            Pattern.compile("^(?:```|<!-- (?=java))(\\w*)\\n(.*?)^(?:```|-->)$", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]*]\\((images/[^)]+)\\)");

    static Page of(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** README first, then the site's by name. */
    static List<Page> all() throws IOException {
        try (Stream<Path> files = Files.walk(SITE)) {
            return Stream.concat(
                            Stream.of(PROJECT.resolve("README.md")),
                            files.filter(file -> file.toString().endsWith(".md"))
                                    .sorted())
                    .map(Page::of)
                    .collect(Collectors.toList());
        }
    }

    List<Block> blocks() {
        return BLOCK.matcher(text).results().map(Block::of).collect(Collectors.toList());
    }

    /** The listings, each followed by the outputs of it and of those before it that show none. */
    List<Block> program() {
        List<Block> program = new ArrayList<>();
        for (Block block : blocks()) {
            boolean after =
                    !program.isEmpty() && program.get(program.size() - 1).isListing();
            if (block.isListing() || block.isOutput() && after) {
                program.add(block);
            }
        }
        return program;
    }

    /** The pictures that it shows and that stand beside it, by their paths from it. */
    Set<String> pictures() {
        return PICTURE.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The page without its blocks, which are no text. */
    String prose() {
        return BLOCK.matcher(text).replaceAll("");
    }

    Path folder() {
        return file.toAbsolutePath().normalize().getParent();
    }

    @Override
    public String toString() {
        return PROJECT.relativize(file).toString();
    }
}
