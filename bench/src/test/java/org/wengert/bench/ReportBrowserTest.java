package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.wengert.bench.picture.Browser;

/** Reports as their readers have them, in a real browser. */
class ReportBrowserTest {
    private static final int WIDE = 1200;
    private static final int PHONE = 360;

    @TempDir
    private static Path folder;

    private static Browser browser;

    private String shown = "";

    @BeforeAll
    static void open() {
        browser = Browser.open(folder.resolve("profile"));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Pictures are in the page itself. */
    @AfterEach
    void nothingIsSaidAndNothingAskedFor() {
        assertEquals(List.of(), browser.complaints());
        assertEquals(
                List.of(shown),
                browser.requests().stream()
                        .filter(url -> !url.startsWith("data:"))
                        .toList());
    }

    @Test
    void moonsHaveCurvesAPlaneAndAMatrix() {
        show(WIDE, "train", "moons", "--epochs", "20");

        assertEquals(4, curves("#course"));
        assertEquals(
                2,
                browser.driver()
                        .findElements(By.cssSelector("#answers .border"))
                        .size());
        assertEquals(
                100,
                browser.driver()
                        .findElements(By.cssSelector("#answers figure:first-child .mark"))
                        .size());
        assertEquals(
                2,
                browser.driver().findElements(By.cssSelector(".confusion .hit")).size());
        assertPhoneShowsAll();
    }

    @Test
    void regressionHasCurvesAndPredictions() {
        show(WIDE, "train", "regression", "--epochs", "5");

        assertEquals(4, curves("#course"));
        assertEquals(
                200,
                browser.driver().findElements(By.cssSelector("#answers .mark")).size());
        assertPhoneShowsAll();
    }

    @Test
    void digitsHaveMistakesAsPictures() {
        show(WIDE, "train", "digits", "--data", Fixtures.data(""), "--epochs", "2");

        List<WebElement> pictures = browser.driver().findElements(By.cssSelector(".pictures img"));
        assertTrue(!pictures.isEmpty() && pictures.size() <= 12, () -> pictures.size() + " pictures");
        for (WebElement picture : pictures) {
            assertEquals(8L, browser.ask("return arguments[0].naturalWidth", picture));
            assertTrue(picture.getDomAttribute("alt").matches("Test sample [0-9]+: a [0-9]"), picture::toString);
        }
        assertEquals(
                10,
                browser.driver().findElements(By.cssSelector(".confusion .hit")).size());
        assertPhoneShowsAll();
    }

    @Test
    void enginesHaveTheirCurvesOnOneChart() {
        show(WIDE, "compare", "moons", "--epochs", "5", "--warmup", "0.01", "--engine", "scalar,tape");

        assertEquals(
                2,
                browser.driver()
                        .findElements(By.cssSelector("#curves figure:first-child > svg > .line"))
                        .size());
        assertEquals(
                1,
                browser.driver().findElements(By.cssSelector("#agreement li")).size());
        assertPhoneShowsAll();
    }

    @Test
    void aChartIsOneStopAndArrowsGoFromMarkToMark() {
        show(WIDE, "train", "regression", "--epochs", "5");
        WebElement tip = browser.driver().findElement(By.id("tip"));
        List<WebElement> links = browser.driver().findElements(By.cssSelector("nav a"));

        links.get(links.size() - 1).sendKeys(Keys.TAB);
        String first = tip.getText();
        focused().sendKeys(Keys.ARROW_RIGHT);
        String second = tip.getText();
        focused().sendKeys(Keys.HOME);

        assertTrue(first.startsWith("training, epoch 1: loss "), first);
        assertTrue(second.startsWith("training, epoch 2: loss "), second);
        assertEquals(first, tip.getText());
        focused().sendKeys(Keys.TAB);
        assertTrue(tip.getText().startsWith("training, epoch 1: R2 "), tip.getText());
        focused().sendKeys(Keys.ESCAPE);
        assertEquals(false, tip.isDisplayed());
    }

    @Test
    void theSchemeIsTheReaders() {
        browser.prefer("dark");
        show(WIDE, "train", "moons", "--epochs", "3");
        Object dark = colors();
        browser.prefer("light");

        assertEquals(List.of("rgb(21, 25, 30)", "rgb(86, 180, 233)", "rgb(21, 25, 30)"), dark);
        assertNotEquals(dark, colors());
    }

    /** Of the page, of where the first class is told, and of a neuron. */
    private static Object colors() {
        return browser.ask("return [getComputedStyle(document.body).backgroundColor,"
                + "getComputedStyle(document.querySelector('.shade')).fill,"
                + "getComputedStyle(document.querySelector('.neuron')).fill]");
    }

    private static WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }

    /** How many charts of a section have a line of some length and marks upon it. */
    private static long curves(String section) {
        return (long) browser.ask(
                "return [...document.querySelectorAll(arguments[0] + ' svg')].filter(svg => svg.querySelector('.mark')"
                        + " && svg.querySelector('.line').getTotalLength() > 100).length",
                section);
    }

    /** Nothing is cut off on a phone, and text is no wider than its layout counts on. */
    private void assertPhoneShowsAll() {
        assertEquals(
                List.of(),
                browser.ask("return [...document.querySelectorAll('svg text')].filter(t => t.getComputedTextLength() > "
                        + "0.6 * parseFloat(getComputedStyle(t).fontSize) * [...t.textContent].length)"
                        + ".map(t => t.textContent).filter(t => t.length > 3)"));
        browser.show(folder.resolve("report.html"), PHONE, 700);
        assertEquals((long) PHONE, browser.ask("return document.documentElement.scrollWidth"));
    }

    private void show(int width, String... arguments) {
        Path file = folder.resolve("report.html");
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--report";
        all[arguments.length + 1] = file.toString();
        Wengert run = Wengert.run(all);
        assertEquals(0, run.exitCode(), run.err());
        browser.show(file, width, 900);
        shown = file.toUri().toString();
    }
}
