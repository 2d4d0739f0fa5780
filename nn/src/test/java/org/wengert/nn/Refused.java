package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** What a refused call must say, word by word. */
public final class Refused {
    private Refused() {}

    /** The call throws exactly this type with exactly this text. */
    public static void with(Class<? extends RuntimeException> type, String text, Executable call) {
        RuntimeException refusal = assertThrows(RuntimeException.class, call);
        assertEquals(text, refusal.getMessage());
        assertSame(type, refusal.getClass());
    }
}
