package org.wengert.bench.pages;

import java.util.regex.MatchResult;

/**
 * A fenced block of a page, or a comment in which there is one that readers do not see.
 *
 * @param kind  {@code java} for a part of the page's program; empty for what it prints, and for a command of ours after a dollar
 *     with what it prints; {@code shell}, {@code text} and others for what is only shown
 * @param text  what stands between the fences
 * @param start where that begins in the page
 */
record Block(String kind, String text, int start) {
    private static final String PROMPT = "$ src/bin/wengert ";

    static Block of(MatchResult match) {
        return new Block(match.group(1), match.group(2), match.start(2));
    }

    boolean isListing() {
        return kind.equals("java");
    }

    boolean isCommand() {
        return kind.isEmpty() && text.startsWith(PROMPT);
    }

    boolean isOutput() {
        return kind.isEmpty() && !isCommand();
    }

    /** The arguments of a command, as they stand. */
    String arguments() {
        return text.substring(PROMPT.length(), text.indexOf('\n'));
    }

    /** A command with this below it. */
    String printing(String printed) {
        return text.substring(0, text.indexOf('\n') + 1) + printed;
    }
}
