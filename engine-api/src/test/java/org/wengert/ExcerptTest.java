package org.wengert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wengert.error.Excerpt;

class ExcerptTest {
    @Test
    void whatCanBeSeenStaysAsItIs() {
        assertEquals("Größe 'x' \\ 数 😀", Excerpt.of("Größe 'x' \\ 数 😀"));
        assertEquals("", Excerpt.of(""));
    }

    @Test
    void whatCannotBeSeenIsWrittenAsInJava() {
        assertEquals("a\\u0000b\\u000a\\u000d\\u0009c", Excerpt.of("a\0b\n\r\tc"));
        assertEquals("\\ufeffa\\u2028\\u200bb\\ud83d", Excerpt.of("\uFEFFa\u2028\u200bb\ud83d"));
    }

    @Test
    void aLongTextIsCutAndItsLengthGiven() {
        assertEquals("x".repeat(80), Excerpt.of("x".repeat(80)));
        assertEquals("x".repeat(80) + "... (81 characters)", Excerpt.of("x".repeat(81)));
    }

    @Test
    void aLongListIsCutAndItsLengthGiven() {
        assertEquals("a, b\\u000a", Excerpt.list(List.of("a", "b\n")));
        assertEquals("a, ".repeat(20) + "... (21 in all)", Excerpt.list(Collections.nCopies(21, "a")));
    }
}
