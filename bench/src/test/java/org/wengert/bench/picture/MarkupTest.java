package org.wengert.bench.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void whatMeansSomethingInMarkupIsEscapedInTextAndAttributes() {
        String markup = new Markup()
                .element("p", "a < b && \"c\" > 'd'", "title", "<\"&\">")
                .toString();

        assertEquals("<p title=\"&lt;&quot;&amp;&quot;&gt;\">a &lt; b &amp;&amp; &quot;c&quot; &gt; 'd'</p>", markup);
    }

    @Test
    void whatNoXmlMayHoldIsShownAsUnknown() {
        assertEquals("a\uFFFDb\uFFFDc\uFFFDd", Markup.escape("a\u0000b\uD800c\uFFFEd"));
    }

    @Test
    void lettersOfEveryScriptAndLineBreaksStayAsTheyAre() {
        assertEquals("\u00e9 \u4e16\n\t\uD83D\uDE00", Markup.escape("\u00e9 \u4e16\n\t\uD83D\uDE00"));
    }

    @Test
    void anAttributeWithoutAValueIsLeftOut() {
        assertEquals(
                "<a b=\"c\"/>", new Markup().empty("a", "class", "", "b", "c").toString());
    }

    @Test
    void elementsCloseInTheOrderOfTheirOpening() {
        assertEquals(
                "<a><b></b></a>",
                new Markup().open("a").open("b").close().close().toString());
    }
}
