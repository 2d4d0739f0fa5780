package org.wengert.bench.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.wengert.bench.result.BenchResult;
import org.wengert.bench.result.Row;

class ResultPageTest {
    private static final List<BenchResult> RESULTS = SampleResults.all();

    private final String html = ResultPage.html(RESULTS);
    private final Document page = Drawing.parse(html);

    @Test
    void theSameResultsGiveTheSamePage() {
        assertEquals(html, ResultPage.html(SampleResults.all()));
    }

    @Test
    void aNameThatIsMarkupStaysText() {
        assertFalse(html.contains("<script>alert"), "an engine's name became a script");
        assertEquals(1, page.getElementsByTagName("script").getLength());
        assertTrue(texts("th").contains(SampleResults.SCRIPT));
    }

    @Test
    void everyRowIsInATableWithItsTimeOrTheReasonForNone() {
        NodeList lines = page.getElementsByTagName("tr");
        for (BenchResult result : RESULTS) {
            for (Row row : result.rows()) {
                String expected = row.time() == null ? row.refusal() : new Told(row, false).time();
                assertTrue(anyHolds(lines, row.group(), row.contender(), expected), () -> row.id() + ": " + expected);
            }
        }
    }

    private static boolean anyHolds(NodeList lines, String... parts) {
        for (int i = 0; i < lines.getLength(); i++) {
            String line = lines.item(i).getTextContent();
            if (List.of(parts).stream().allMatch(line::contains)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void everyRowIsDrawn() {
        List<String> titles = texts("title");
        for (BenchResult result : RESULTS) {
            for (Row row : result.rows()) {
                String start = row.contender() + ": ";
                assertTrue(
                        titles.stream().anyMatch(title -> title.startsWith(start))
                                || html.contains(row.contender() + " at "),
                        row.id());
            }
        }
    }

    @Test
    void warningsStandBeforeTheFirstChart() {
        int warning = html.indexOf("the machine was noisy");

        assertTrue(warning > 0);
        assertTrue(warning < html.indexOf("<svg"));
    }

    @Test
    void aPageWithoutWarningsHasNoPlaceForThem() {
        assertFalse(ResultPage.html(List.of(SampleResults.kernels())).contains("class=\"warnings\""));
    }

    @Test
    void commandSettingsAndMachineAreTold() {
        List<String> codes = texts("code");
        RESULTS.forEach(result -> assertTrue(codes.contains(result.command()), result.command()));
        for (String text : List.of(
                "AMD EPYC 7763 64-Core Processor",
                "8.30 GB",
                "17.0.16 Eclipse Adoptium",
                "25.0.1 Eclipse Adoptium",
                "--add-modules jdk.incubator.vector -Xmx4g",
                "0.1.0-SNAPSHOT, commit a251362",
                "jmh 1.37, picocli 4.7.7, pytorch 2.7.1")) {
            assertTrue(texts("td").contains(text), text);
        }
        assertTrue(html.contains("took 7 min 17 s; time normal."));
    }

    @Test
    void aRatioThatMayBeOneIsCalledSo() {
        String titles = String.join("\n", texts("title"));

        assertTrue(titles.contains("1.02\u00d7 (0.986\u20131.05) the baseline, no clear difference"), titles);
        assertTrue(titles.contains("1.95\u00d7 (1.89\u20132.01) the baseline, tape float64"), titles);
    }

    @Test
    void idsAreUniqueAndLinksLeadSomewhere() {
        Set<String> ids = new HashSet<>();
        NodeList elements = page.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            String id = ((Element) elements.item(i)).getAttribute("id");
            assertTrue(id.isEmpty() || ids.add(id), id);
        }
        NodeList links = page.getElementsByTagName("a");
        for (int i = 0; i < links.getLength(); i++) {
            String target = ((Element) links.item(i)).getAttribute("href");
            assertTrue(target.startsWith("#") && ids.contains(target.substring(1)), target);
        }
        assertEquals(RESULTS.size() + 1, links.getLength());
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        String text = html.replace("http://www.w3.org/2000/svg", "");

        assertFalse(text.contains("://"));
        assertFalse(Pattern.compile(" src=|@import|url\\(|<link").matcher(text).find());
    }

    @Test
    void noResultMakesAPageToo() {
        Drawing.parse(ResultPage.html(List.of()));
    }

    private List<String> texts(String tag) {
        NodeList elements = page.getElementsByTagName(tag);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            texts.add(elements.item(i).getTextContent());
        }
        return texts;
    }
}
