package org.wengert.bench.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FontTest {
    private static final double TEN_CHARACTERS = Font.LABEL.width("0123456789") + 0.1;

    @Test
    void textBreaksAtTheLastSpaceThatLeavesRoom() {
        assertEquals(List.of("one two", "three four"), Font.LABEL.wrap("one two three four", TEN_CHARACTERS, 3));
    }

    @Test
    void aWordThatIsTooLongBreaksWhereTheLineEnds() {
        assertEquals(List.of("abcdefghij", "klm no"), Font.LABEL.wrap("abcdefghijklm no", TEN_CHARACTERS, 3));
    }

    @Test
    void whatIsTooMuchEndsInDots() {
        assertEquals(
                List.of("one two", "three fou\u2026"), Font.LABEL.wrap("one two three four five", TEN_CHARACTERS, 2));
    }

    @Test
    void nothingIsOneEmptyLine() {
        assertEquals(List.of(""), Font.LABEL.wrap(" ", TEN_CHARACTERS, 2));
    }

    @Test
    void aCharacterOfTwoCharsIsNotTornApart() {
        String smile = "\uD83D\uDE00";
        assertEquals(List.of(smile.repeat(10), smile.repeat(2)), Font.LABEL.wrap(smile.repeat(12), TEN_CHARACTERS, 3));
    }

    @Test
    void lineBreaksCountAsSpaces() {
        assertEquals(List.of("one two"), Font.LABEL.wrap("one\ntwo", TEN_CHARACTERS, 3));
    }
}
