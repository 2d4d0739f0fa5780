package org.wengert.bench.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sizes of text, as the style sheet has them too. Where text ends is for the viewer's fonts to say; a layout counts on
 * {@link #EM_PER_CHARACTER}, which ordinary text in common sans-serif fonts stays below.
 */
public enum Font {
    /** A chart's heading. */
    TITLE(13, 18),
    /** Names and their values. */
    LABEL(12, 16),
    /** Axes, ratios and remarks. */
    SMALL(11, 14);

    /** The width of a character, as a share of the font's size. */
    static final double EM_PER_CHARACTER = 0.6;

    private static final String MORE = "\u2026";

    private final int size;
    private final int lineHeight;

    Font(int size, int lineHeight) {
        this.size = size;
        this.lineHeight = lineHeight;
    }

    /** The class in the style sheet. */
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In pixels. */
    public int size() {
        return size;
    }

    /** From one line's baseline to the next one's, in pixels. */
    public int lineHeight() {
        return lineHeight;
    }

    /** What the text takes, in pixels. */
    public double width(String text) {
        return text.codePointCount(0, text.length()) * size * EM_PER_CHARACTER;
    }

    /** The text in lines of at most this width, broken at spaces where there are some; what is too much ends in three dots. */
    public List<String> wrap(String text, double width, int mostLines) {
        int room = Math.max(1, (int) Math.floor(width / (size * EM_PER_CHARACTER)));
        List<String> lines = new ArrayList<>();
        int[] rest = text.strip()
                .codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .toArray();
        int from = 0;
        while (from < rest.length && lines.size() < mostLines) {
            boolean last = lines.size() == mostLines - 1;
            int end = Math.min(rest.length, from + room);
            if (end < rest.length) {
                end = last ? end - 1 : breakBefore(rest, from, end);
            }
            lines.add(new String(rest, from, end - from).strip() + (last && end < rest.length ? MORE : ""));
            from = end < rest.length && rest[end] == ' ' ? end + 1 : end;
        }
        return lines.isEmpty() ? List.of("") : lines;
    }

    private static int breakBefore(int[] text, int from, int end) {
        for (int i = end; i > from; i--) {
            if (text[i] == ' ') {
                return i;
            }
        }
        return end;
    }
}
