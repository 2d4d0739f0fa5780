package org.wengert.bench.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Links between pages lead somewhere, on a forge and in the built site, and nothing is out of their reach. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z0-9]+)`");
    private static final Pattern ITEM = Pattern.compile("<item [^>]*href=\"([^\"]+)\"");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    private static Map<Path, Page> pages = Map.of();

    @BeforeAll
    static void read() throws IOException {
        pages = Page.all().stream().collect(Collectors.toMap(LinksTest::place, Function.identity()));
    }

    private static Path place(Page page) {
        return page.file().toAbsolutePath().normalize();
    }

    private static List<String> links(Page page) {
        return LINK.matcher(page.prose())
                .results()
                .map(match -> match.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .collect(Collectors.toList());
    }

    /** The file that a link names, without the place in it. */
    private static Path target(Page page, String link) {
        String file = link.replaceFirst("#.*", "");
        return file.isEmpty() ? place(page) : page.folder().resolve(file).normalize();
    }

    @Test
    void everyLinkLeadsToAFile() {
        List<String> broken = new ArrayList<>();
        for (Page page : pages.values()) {
            for (String link : links(page)) {
                if (!Files.exists(target(page, link))) {
                    broken.add(page + ": " + link);
                }
            }
        }

        assertEquals(List.of(), broken);
    }

    /** A folder has no page in the built site, and what is outside of the site is not in it. */
    @Test
    void pagesOfTheSiteLinkFilesOfTheSite() {
        Path site = Page.SITE.toAbsolutePath().normalize();
        List<String> broken = new ArrayList<>();
        for (Page page : pages.values()) {
            for (String link : links(page)) {
                Path target = target(page, link);
                if (place(page).startsWith(site) && !(target.startsWith(site) && Files.isRegularFile(target))) {
                    broken.add(page + ": " + link);
                }
            }
        }

        assertEquals(List.of(), broken);
    }

    /** Headings get other names on a forge than in the site; {@code <a id="name"></a>} has the same on both. */
    @Test
    void placesInPagesAreNamedByAnchors() {
        List<String> broken = new ArrayList<>();
        for (Page page : pages.values()) {
            for (String link : links(page)) {
                int hash = link.indexOf('#');
                Page target = pages.get(target(page, link));
                String anchor = "<a id=\"" + link.substring(hash + 1) + "\"></a>";
                if (hash >= 0 && (target == null || !target.prose().contains(anchor))) {
                    broken.add(page + ": " + link);
                }
            }
        }

        assertEquals(List.of(), broken);
    }

    @Test
    void everyPageIsReachedFromReadmeAndFromTheIndex() {
        for (Path start : List.of(Page.PROJECT.resolve("README.md"), Page.SITE.resolve("index.md"))) {
            Set<Path> missed = new TreeSet<>(pages.keySet());
            missed.removeAll(reached(start.toAbsolutePath().normalize()));
            missed.remove(Page.PROJECT.resolve("README.md").toAbsolutePath().normalize());

            assertEquals(Set.of(), missed, "from " + start);
        }
    }

    private static Set<Path> reached(Path start) {
        Set<Path> reached = new TreeSet<>(Set.of(start));
        Deque<Path> next = new ArrayDeque<>(reached);
        while (!next.isEmpty()) {
            Page page = pages.get(next.remove());
            for (String link : links(page)) {
                Path target = target(page, link);
                if (pages.containsKey(target) && reached.add(target)) {
                    next.add(target);
                }
            }
        }
        return reached;
    }

    /** Of the decisions it has the list alone. */
    @Test
    void theMenuOfTheSiteHasEveryPage() throws IOException {
        Set<String> items = ITEM.matcher(Files.readString(Page.PROJECT.resolve("src/site/site.xml")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = pages.values().stream()
                .filter(page -> page.file().startsWith(Page.SITE))
                .map(page -> Page.SITE.relativize(page.file()).toString().replaceFirst("md$", "html"))
                .filter(page -> !page.matches("index.html|decisions/0.*"))
                .collect(Collectors.toCollection(TreeSet::new));
        expected.add("apidocs/index.html");

        assertEquals(expected, items);
    }

    @Test
    void everyPictureIsShown() throws IOException {
        Set<Path> shown = pages.values().stream()
                .flatMap(page -> links(page).stream().map(link -> target(page, link)))
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(Page.SITE)) {
            Set<Path> pictures = files.filter(file -> file.toString().matches(".*\\.(svg|png)"))
                    .map(file -> file.toAbsolutePath().normalize())
                    .collect(Collectors.toCollection(TreeSet::new));
            pictures.removeAll(shown);

            assertEquals(Set.of(), pictures);
        }
    }

    @Test
    void theClassesThatArchitectureNamesExist() throws IOException {
        Set<String> named = CLASS.matcher(
                        Page.of(Page.SITE.resolve("architecture.md")).prose())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.walk(Page.PROJECT)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .forEach(name -> named.remove(name.replace(".java", "")));
        }

        assertEquals(Set.of("Command"), named, "the ending of names is no class");
    }

    @Test
    void everyPageBeginsWithItsOnlyTitle() {
        for (Page page : pages.values()) {
            long titles =
                    page.prose().lines().filter(line -> line.startsWith("# ")).count();

            assertTrue(page.text().startsWith("# ") && titles == 1, page::toString);
        }
    }
}
