package org.wengert.bench.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void aNumberAloneStandsInTheMiddle() {
        assertEquals(0.5, LinearAxis.over(new double[] {0.3, 0.3}, "loss").place(0.3), 1e-12);
        assertEquals(0.5, LinearAxis.over(new double[] {0}, "loss").place(0));
        assertEquals(0.5, CountAxis.over(new double[] {7}, "epoch").place(7));
    }

    @Test
    void countsHaveWholeTicks() {
        assertEquals(
                List.of(0.0, 1.0, 2.0),
                CountAxis.over(new double[] {1}, "epoch").ticks(6));
        assertEquals(
                List.of(1.0, 2.0), CountAxis.over(new double[] {1, 2}, "epoch").ticks(6));
        assertEquals(
                List.of(20.0, 40.0, 60.0),
                CountAxis.over(new double[] {1, 60}, "epoch").ticks(4));
    }

    @Test
    void aShareEndsAtOne() {
        LinearAxis all = LinearAxis.over(new double[] {1, 1}, "accuracy").atMost(1);

        assertEquals(0.5, all.low());
        assertEquals(1, all.high());
        assertEquals(
                0.8,
                LinearAxis.over(new double[] {0.2, 0.8}, "accuracy").atMost(1).high());
    }
}
