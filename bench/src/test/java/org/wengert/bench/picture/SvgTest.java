package org.wengert.bench.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class SvgTest {
    @Test
    void numbersHaveTwoDecimalsAtMostAndNoExponent() {
        assertEquals("0", Svg.number(0));
        assertEquals("0", Svg.number(-0.001));
        assertEquals("-0.25", Svg.number(-0.25));
        assertEquals("12.5", Svg.number(12.5));
        assertEquals("12.05", Svg.number(12.0487));
        assertEquals("1234567890", Svg.number(1234567890));
    }

    @Test
    void aFileIsOnePictureWithANameAndADescription() {
        Element svg = Drawing.parse(Svg.alone(10, 20, "a <title>", "what it shows", "")
                        .mark("bar", "one")
                        .end()
                        .markup())
                .getDocumentElement();

        assertEquals("img", svg.getAttribute("role"));
        assertEquals("0 0 10 20", svg.getAttribute("viewBox"));
        assertEquals("a <title>", named(svg, "title", svg.getAttribute("aria-labelledby")));
        assertEquals("what it shows", named(svg, "desc", svg.getAttribute("aria-describedby")));
        assertEquals("", first(svg, "g").getAttribute("tabindex"));
    }

    @Test
    void inAPageEachMarkIsAPictureThatTheKeyboardReaches() {
        Element svg = Drawing.parse(Svg.inPage("c7", 10, 20, "t", "d")
                        .mark("bar", "one")
                        .end()
                        .markup())
                .getDocumentElement();

        Element mark = first(svg, "g");
        assertEquals("0", mark.getAttribute("tabindex"));
        assertEquals("img", mark.getAttribute("role"));
        assertEquals("one", first(mark, "title").getTextContent());
        assertEquals("c7-title", svg.getAttribute("aria-labelledby"));
    }

    private static String named(Element svg, String tag, String id) {
        Element element = first(svg, tag);
        assertEquals(id, element.getAttribute("id"));
        return element.getTextContent();
    }

    private static Element first(Element parent, String tag) {
        return (Element) parent.getElementsByTagName(tag).item(0);
    }
}
