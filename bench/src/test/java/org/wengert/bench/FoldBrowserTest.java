package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Value;
import org.wengert.bench.picture.Browser;
import org.wengert.draw.Drawing;

/** Groups of a drawing open and close in a real browser, without a script. */
class FoldBrowserTest {
    private static final int WIDE = 1200;
    private static final int HIGH = 600;

    @TempDir
    private Path folder;

    private Browser browser;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        browser = Browser.open(folder.resolve("profile"));
        browser.allowScripts(false);
        file = Files.writeString(folder.resolve("graph.svg"), svg());
        browser.show(file, WIDE, HIGH);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static String svg() {
        try (Engine engine = Engines.open("scalar")) {
            Value x = engine.variable(2).label("x");
            Value product = x.mul(engine.variable(3).label("w")).label("product");
            Value y = product.tanh().mul(x).label("y");
            return Drawing.of(y)
                    .fold("first", product, x)
                    .fold("second", y, product, x)
                    .svg();
        }
    }

    @Test
    void aClickOpensABoxAndAnotherClosesIt() {
        assertEquals(List.of("second", "first"), links());
        String folded = size();

        click("first");
        assertEquals(List.of("first", "second"), links());
        assertEquals(view(1), size());

        click("second");
        assertEquals(List.of("second", "first"), links());
        assertEquals(view(2), size());

        click("second");
        assertEquals(folded, size());
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void theKeyboardOpensAndClosesABox() {
        press(Keys.TAB);
        press(Keys.ENTER);
        assertEquals(view(2), size());

        press(Keys.TAB);
        press(Keys.ENTER);
        assertEquals(List.of("second", "first"), links());
    }

    private void press(Keys key) {
        new Actions(browser.driver()).sendKeys(key).perform();
    }

    /** What is seen of the picture, in its own units and in pixels, which are the same. */
    private String size() {
        return (String) browser.ask("""
                const picture = document.documentElement;
                const scale = [...picture.querySelectorAll('a')].find(a => a.checkVisibility()).getScreenCTM();
                const box = picture.getBoundingClientRect();
                return [0, 0, box.width / scale.a, box.height / scale.d].map(Math.round).join(' ') + ' at ' + scale.a.toFixed(3)""");
    }

    private String view(int group) {
        return (String) browser.ask("""
                const box = document.getElementById('open-' + arguments[0]).getAttribute('viewBox');
                return box.split(' ').map(Math.round).join(' ') + ' at 1.000'""", group);
    }

    private void click(String name) {
        browser.driver().findElements(By.tagName("a")).stream()
                .filter(link -> link.isDisplayed() && link.getText().contains(name))
                .findFirst()
                .orElseThrow()
                .click();
    }

    /** The names of the boxes that can be opened or closed. */
    private List<String> links() {
        return browser.driver().findElements(By.cssSelector("a text:first-of-type")).stream()
                .filter(text -> text.isDisplayed())
                .map(text -> text.getText())
                .toList();
    }
}
