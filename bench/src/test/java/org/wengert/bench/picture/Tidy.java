package org.wengert.bench.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.wengert.bench.picture.Drawing.Box;

/** What is asked of any drawing's geometry. */
public final class Tidy {
    private Tidy() {}

    /** Fails, naming the boxes, if a text covers another or anything leaves the drawing. */
    public static void assertTidy(String svg) {
        Drawing drawing = new Drawing(svg);
        for (Box box : drawing.boxes()) {
            assertTrue(
                    box.isInside(drawing.width(), drawing.height()),
                    () -> box + " leaves " + drawing.width() + " x " + drawing.height());
        }
        List<Box> texts = drawing.texts();
        assertFalse(texts.isEmpty());
        List<String> overlaps = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (texts.get(i).overlaps(texts.get(j))) {
                    overlaps.add(texts.get(j) + " and " + texts.get(i));
                }
            }
        }
        assertEquals(List.of(), overlaps);
    }
}
