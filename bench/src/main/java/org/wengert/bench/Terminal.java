package org.wengert.bench;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Whether a person watches. */
final class Terminal {
    private Terminal() {}

    /**
     * Whether progress goes to a terminal. The launcher asks about standard error, which Java cannot; without it, standard
     * input and output must do.
     */
    @SuppressWarnings("SystemConsoleNull") // what the warning says is what isTerminal is for
    static boolean isPresent() {
        if (isDumb()) {
            return false;
        }
        @Nullable String told = System.getProperty("stderr.terminal");
        if (told != null) {
            return Boolean.parseBoolean(told);
        }
        @Nullable Console console = System.console();
        return console != null && isTerminal(console);
    }

    /** Whether it can do nothing but print line after line. */
    static boolean isDumb() {
        return "dumb".equals(System.getenv("TERM"));
    }

    /** From JDK 22 there is a console even where there is no terminal, and a method to ask it that 17 does not have. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
