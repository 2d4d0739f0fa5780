package org.wengert.bench.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.wengert.bench.result.Estimate;
import org.wengert.bench.result.Row;

class MeasureTest {
    @Test
    void aTimeIsInTheUnitOfItsSize() {
        assertEquals("0.500 ns", Measure.TIME.text(5e-10));
        assertEquals("41.2 us", Measure.TIME.text(41.23e-6));
        assertEquals("9.87 ms", Measure.TIME.text(9.87e-3));
        assertEquals("94.2 s", Measure.TIME.text(94.2));
    }

    @Test
    void aNumberThatIsRoundedUpToTheNextUnitIsInIt() {
        assertEquals("1.00 ms", Measure.TIME.text(999.7e-6));
        assertEquals("999 us", Measure.TIME.text(999.4e-6));
    }

    @Test
    void bytesAndCountsHaveThousands() {
        assertEquals("8.30 GB", Measure.BYTES.text(8.3e9));
        assertEquals("0 B", Measure.BYTES.text(0));
        assertEquals("1.20k", Measure.NUMBER.text(1200));
        assertEquals("0.991", Measure.NUMBER.text(0.9912));
    }

    @Test
    void farNumbersHaveAnExponent() {
        assertEquals("1.23e-07", Measure.digits(1.234e-7));
        assertEquals("123457", Measure.digits(123456.7));
        assertEquals("1.23e+09", Measure.digits(1.234e9));
    }

    @Test
    void ticksAreWrittenWithoutZerosThatSayNothing() {
        assertEquals("0.5", Measure.plain(0.5));
        assertEquals("200", Measure.plain(200));
        assertEquals("0", Measure.plain(0));
        assertEquals("0.3", Measure.plain(0.1 * 3));
        assertEquals("0.9985", Measure.plain(0.9985));
        assertEquals("1.00e-07", Measure.plain(1e-7));
    }

    @Test
    void unitsOfTimeAreReadWithWhatTheyArePaidFor() {
        Cost cost = Cost.of("us/op");

        assertEquals(412e-6, cost.in(new Estimate(412, 400, 420)).median(), 1e-12);
        assertEquals("ms/op", cost.name(new Measure.Unit("ms", 1e-3)));
        assertEquals("s", Cost.of("s").name(new Measure.Unit("s", 1)));
    }

    @Test
    void aFigureIsReadAsWhatItCounts() {
        Row row = SampleRows.row("g", "a", "us/op", null, null, null, null)
                .with("p99", 1500)
                .with("allocated", 24_000)
                .with("accuracy", 0.9912)
                .get();

        assertEquals("1.50 ms", Figure.of(row, "p99").text());
        assertEquals("24.0 kB", Figure.of(row, "allocated").text());
        assertEquals("0.991", Figure.of(row, "accuracy").text());
        assertNull(Figure.of(row, "steps"));
    }

    @Test
    void anotherUnitStaysAsItIs() {
        Cost cost = Cost.of("calls/step");

        assertEquals(Measure.NUMBER, cost.measure());
        assertEquals("calls/step", cost.name(cost.measure().unitFor(3)));
    }
}
