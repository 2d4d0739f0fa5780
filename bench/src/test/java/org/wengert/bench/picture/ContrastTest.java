package org.wengert.bench.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What WCAG 2.2 asks for at level AA, in both schemes, computed from the style sheets. */
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double GRAPHICS = 3;
    private static final Pattern COLOR = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6});");

    @ParameterizedTest
    @CsvSource({
        "chart.css, ink, paper",
        "chart.css, muted, paper",
        "page.css, text, page",
        "page.css, soft, page",
        "page.css, text, tint",
        "page.css, soft, tint",
        "page.css, link, page",
        "page.css, text, warn",
    })
    void textStandsOutFromItsGround(String file, String text, String ground) {
        assertContrast(file, text, ground, TEXT);
    }

    @ParameterizedTest
    @CsvSource({"color0", "color1", "color2", "color3", "color4", "color5", "ink", "muted"})
    void marksStandOutFromThePaper(String mark) {
        assertContrast("chart.css", mark, "paper", GRAPHICS);
    }

    private static void assertContrast(String file, String color, String ground, double least) {
        String css = Resource.text(file);
        int dark = css.indexOf("@media screen and (prefers-color-scheme: dark)");
        assertTrue(dark > 0);
        for (String scheme : new String[] {css.substring(0, dark), css.substring(dark)}) {
            Map<String, String> colors = new HashMap<>();
            COLOR.matcher(scheme).results().forEach(match -> colors.put(match.group(1), match.group(2)));
            double contrast = contrast(colors.get(color), colors.get(ground));
            assertTrue(contrast >= least, () -> color + " on " + ground + ": " + contrast + " in " + scheme);
        }
    }

    @Test
    void blackOnWhiteIsTwentyOneToOne() {
        assertEquals(21, contrast("#000000", "#ffffff"), 1e-9);
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String color) {
        return 0.2126 * linear(color, 1) + 0.7152 * linear(color, 3) + 0.0722 * linear(color, 5);
    }

    private static double linear(String color, int from) {
        double share = Integer.parseInt(color.substring(from, from + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
