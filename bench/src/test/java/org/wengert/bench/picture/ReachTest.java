package org.wengert.bench.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReachTest {
    @Test
    void theAxisReachesToTheEndOfTheLongestBar() {
        assertEquals(8, Reach.of(new double[] {8, 1, 2}));
    }

    @Test
    void aBarThatWouldHideHowTheOthersDifferIsCut() {
        assertEquals(24, Reach.of(new double[] {4, 1940, 8}));
    }

    @Test
    void twoBarsAreDrawnAsTheyAre() {
        assertEquals(1234, Reach.of(new double[] {9.87, 1234}));
    }

    @Test
    void severalBarsMayBeCut() {
        assertEquals(15, Reach.of(new double[] {2000, 5, 100, 4}));
    }

    @Test
    void noBarNeedsNoAxis() {
        assertEquals(0, Reach.of(new double[0]));
    }
}
