package org.wengert.bench.picture;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Elements, attributes and text, escaped: XML that is HTML too, as long as elements that may hold something are opened
 * and closed, and only those that never do are {@linkplain #empty empty}.
 */
public final class Markup {
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element; attributes are names and values in turn, and one with an empty value is left out. */
    public Markup open(String element, String... attributes) {
        start(element, attributes);
        text.append('>');
        open.push(element);
        return this;
    }

    /** Begins a box of this name that scrolls by itself, with keys too. */
    public Markup scroll(String name) {
        return open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", name);
    }

    /** Ends the element that was opened last. */
    public Markup close() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element that holds nothing. */
    public Markup empty(String element, String... attributes) {
        start(element, attributes);
        text.append("/>");
        return this;
    }

    /** An element that holds this text alone. */
    public Markup element(String element, String content, String... attributes) {
        return open(element, attributes).text(content).close();
    }

    /** Text that anybody may have written. */
    public Markup text(String content) {
        text.append(escape(content));
        return this;
    }

    /** Markup, style or script that this project wrote. */
    public Markup raw(String markup) {
        text.append(markup);
        return this;
    }

    /** A new line, where markup is for people to read too. */
    public Markup line() {
        text.append('\n');
        return this;
    }

    private void start(String element, String... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                text.append(' ').append(attributes[i]).append("=\"");
                text.append(escape(attributes[i + 1])).append('"');
            }
        }
    }

    /** The text with what means something in markup replaced, and what no XML may hold shown as U+FFFD. */
    static String escape(String content) {
        StringBuilder escaped = new StringBuilder(content.length());
        content.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean allowed(int c) {
        boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
        boolean unpaired = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !control && !unpaired && c != 0xFFFE && c != 0xFFFF;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
