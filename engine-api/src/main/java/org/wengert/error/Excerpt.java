package org.wengert.error;

import java.util.Collection;
import java.util.stream.Collectors;

/** Text from outside made fit for a message: short, on one line, and with everything visible. */
public final class Excerpt {
    private static final int CHARACTERS = 80;
    private static final int NAMES = 20;

    private Excerpt() {}

    /** The text as {@link #visible}; of more than 80 characters the first 80, and how many there are. */
    public static String of(String text) {
        return text.length() <= CHARACTERS
                ? visible(text)
                : visible(text.substring(0, CHARACTERS)) + "... (" + text.length() + " characters)";
    }

    /** The names, each as by {@link #of}, with commas between them; of more than 20 the first 20, and how many there are. */
    public static String list(Collection<String> names) {
        String shown = names.stream().limit(NAMES).map(Excerpt::of).collect(Collectors.joining(", "));
        return names.size() <= NAMES ? shown : shown + ", ... (" + names.size() + " in all)";
    }

    /** The text with line breaks, control characters, byte order marks and halves of pairs written as {@code \}{@code u000a}. */
    public static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isVisible(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(String.format("\\u%04x", c));
            }
        });
        return shown.toString();
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
