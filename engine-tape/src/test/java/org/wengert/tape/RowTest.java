package org.wengert.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.wengert.op.Binary;

/** A word gives back what was put in, up to the largest there can be. */
class RowTest {
    @Test
    void aWordHoldsACodeAndTheLargestOperands() {
        int largestCode = Row.BINARY + Binary.table().size() - 1;
        int largestRow = Row.LIMIT - 1;

        for (int[] parts : new int[][] {
            {Row.CONSTANT, 0, 0},
            {largestCode, largestRow, 0},
            {largestCode, 0, largestRow},
            {Row.ADD, largestRow - 1, largestRow}
        }) {
            long word = Row.word(parts[0], parts[1], parts[2]);

            assertEquals(parts[0], Row.code(word));
            assertEquals(parts[1], Row.left(word));
            assertEquals(parts[2], Row.right(word));
        }
        assertTrue(largestCode < 1 << 7, "so that no word is negative");
    }
}
