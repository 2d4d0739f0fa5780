package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormatTest {
    @Test
    void columnsAreAlignedAndLinesEndWithoutSpaces() {
        Table table = new Table(1).row("a", "1", "x").row("long", "200", "");

        assertEquals(List.of("a       1  x", "long  200"), table.lines());
    }

    @Test
    void durationsComeInTheUnitThatReadsBest() {
        assertEquals("0.500 ns", Numbers.duration(0.5e-9));
        assertEquals("12.3 us", Numbers.duration(12.34e-6));
        assertEquals("345 ms", Numbers.duration(0.345));
        assertEquals("2.00 s", Numbers.duration(2));
        assertEquals("1235 s", Numbers.duration(1234.5));
    }

    @Test
    void countsHaveAPlural() {
        assertEquals("1 epoch", Numbers.count(1, "epoch"));
        assertEquals("2 epochs", Numbers.count(2, "epoch"));
    }

    @Test
    void theNearestNameIsSuggestedOnlyWhenItIsNear() {
        assertEquals("; did you mean 'iris'?", Names.suggestion("irsi", List.of("moons", "iris")));
        assertEquals("", Names.suggestion("zebra", List.of("moons", "iris")));
    }

    @Test
    void whatJsonCannotWriteIsNull() {
        assertEquals(null, Json.number(Double.NaN));
        assertEquals(1.5, Json.number(1.5));
    }
}
