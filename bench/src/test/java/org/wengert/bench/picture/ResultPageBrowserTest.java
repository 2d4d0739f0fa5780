package org.wengert.bench.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.wengert.bench.result.Row;

/** A page of results as its reader has it, in a real browser. */
class ResultPageBrowserTest {
    private static final int WIDE = 1200;
    private static final int PHONE = 360;

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path page;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open(folder.resolve("profile"));
        page = Files.writeString(folder.resolve("page.html"), ResultPage.html(SampleResults.all()));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Whatever a test did with the page, it broke nothing and asked nobody. */
    @AfterEach
    void nothingIsSaidAndNothingAskedFor() {
        assertEquals(List.of(), browser.complaints());
        assertEquals(List.of(page.toUri().toString()), browser.requests());
    }

    @Test
    void eachContenderHasABarOrAReason() {
        browser.show(page, WIDE, 900);

        for (Row row : SampleResults.steps("17.0.16").rows()) {
            String part = row.time() == null ? ".hatch" : ".fill";
            Object width = browser.ask(
                    "const marks = [...document.querySelectorAll('#run-1 .mark')];"
                            + "const mark = marks.find(m => m.querySelector('title').textContent === arguments[0]);"
                            + "return mark ? mark.querySelector(arguments[1]).getBoundingClientRect().width : -1;",
                    new Told(row, row.ratio() == null && row.time() != null).all(),
                    part);
            assertTrue(((Number) width).doubleValue() > 5, () -> row.id() + ": " + width);
        }
    }

    @Test
    void aClickSortsAndAnotherOneTurnsTheOrder() {
        browser.show(page, WIDE, 900);
        List<String> before = column(2);

        button("Time").click();
        List<String> rising = column(2);
        button("Time").click();

        assertNotEquals(before, rising);
        assertEquals(
                List.of("412 us", "419 us", "803 us", "3.91 ms", "4.01 ms", "8.23 ms", "1.94 s", "no time"), rising);
        assertEquals(
                List.of("1.94 s", "8.23 ms", "4.01 ms", "3.91 ms", "803 us", "419 us", "412 us", "no time"), column(2));
        assertEquals("descending", button("Time").findElement(By.xpath("..")).getDomAttribute("aria-sort"));
    }

    @Test
    void theKeyboardSortsToo() {
        browser.show(page, WIDE, 900);

        button("Contender").sendKeys(Keys.ENTER);

        List<String> names = column(1);
        assertEquals(names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), names);
        assertEquals(
                "ascending", button("Contender").findElement(By.xpath("..")).getDomAttribute("aria-sort"));
    }

    @Test
    void aMarkThatTheKeyboardReachesTellsItsNumbersUntilEscape() {
        browser.show(page, WIDE, 900);
        List<WebElement> links = browser.driver().findElements(By.cssSelector("nav a"));
        WebElement tip = browser.driver().findElement(By.id("tip"));

        links.get(links.size() - 1).sendKeys(Keys.TAB);

        assertEquals("tape float32: 412 us/op (400\u2013425), baseline, tape float32 on one thread", tip.getText());
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        assertEquals(false, tip.isDisplayed());
    }

    @Test
    void aPhoneShowsAllWithoutScrollingSideways() {
        browser.show(page, PHONE, 700);

        assertEquals((long) PHONE, browser.ask("return document.documentElement.scrollWidth"));
        Number smallest = (Number) browser.ask("return Math.min(...[...document.querySelectorAll('svg text')]"
                + ".map(t => parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a))");
        assertTrue(smallest.doubleValue() >= 10, () -> smallest + " pixels are too small to read");
    }

    @Test
    void textIsNoWiderThanItsLayoutCountsOn() {
        browser.show(page, WIDE, 900);

        assertEquals(
                List.of(),
                browser.ask(
                        "return [...document.querySelectorAll('svg text')].filter(t => t.getComputedTextLength() > "
                                + "arguments[0] * parseFloat(getComputedStyle(t).fontSize) * [...t.textContent].length)"
                                + ".map(t => t.textContent).filter(t => t.length > 3)",
                        Font.EM_PER_CHARACTER));
    }

    @Test
    void theSchemeIsTheReaders() {
        browser.prefer("dark");
        browser.show(page, WIDE, 900);
        Object dark = colors();
        browser.prefer("light");

        assertEquals(List.of("rgb(21, 25, 30)", "rgb(230, 233, 237)", "rgb(86, 180, 233)"), dark);
        assertEquals(List.of("rgb(255, 255, 255)", "rgb(27, 31, 36)", "rgb(0, 114, 178)"), colors());
    }

    /** Of the page, of a chart's heading and of the first bar. */
    private static Object colors() {
        return browser.ask("return [getComputedStyle(document.body).backgroundColor,"
                + "getComputedStyle(document.querySelector('svg .title')).fill,"
                + "getComputedStyle(document.querySelector('svg .color0 .fill')).fill]");
    }

    @Test
    void withoutScriptsThePageIsWholeAndPromisesNoSorting() {
        browser.allowScripts(false);
        try {
            browser.show(page, WIDE, 900);

            assertEquals(0, browser.driver().findElements(By.tagName("button")).size());
            assertEquals(8, column(0).size());
        } finally {
            browser.allowScripts(true);
        }
    }

    private static WebElement button(String name) {
        return browser.driver().findElement(By.xpath("//section[@id='run-1']//button[text()='" + name + "']"));
    }

    /** The texts of a column of the first run's table, counted from 0. */
    private static List<String> column(int number) {
        return browser.driver().findElements(By.cssSelector("#run-1 tbody tr")).stream()
                .map(row -> row.findElement(By.cssSelector(":nth-child(" + (number + 1) + ")")))
                .map(WebElement::getText)
                .toList();
    }
}
