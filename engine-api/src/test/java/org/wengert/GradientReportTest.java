package org.wengert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class GradientReportTest {
    private static GradientReport.Entry entry(double analytic, double numeric) {
        return new GradientReport.Entry("w", 3, analytic, numeric, false);
    }

    private static GradientReport report(GradientReport.Entry... entries) {
        return new GradientReport(List.of(entries), 1e-6, 0);
    }

    @Test
    void anEntryKnowsItsErrors() {
        GradientReport.Entry entry = entry(2, 1.5);

        assertEquals(0.5, entry.absoluteError());
        assertEquals(0.25, entry.relativeError());
        assertEquals(0.5 / Math.ulp(2.0), entry.ulpError());
        assertEquals(
                "w[3]: analytic 2.0, numeric 1.5, absolute error 0.5, relative 0.25, 1.125899906842624E15 ULP",
                entry.toString());
    }

    @Test
    void aSuspectedKinkIsSaid() {
        GradientReport.Entry kink = new GradientReport.Entry("x", 0, 0, 0.5, true);

        assertTrue(kink.toString().endsWith("ULP; kink suspected: the function has no single slope here"));
    }

    @Test
    void equalNumbersHaveNoErrorNaNAndInfinitiesAmongThem() {
        assertEquals(0, entry(Double.NaN, Double.NaN).relativeError());
        assertEquals(
                0, entry(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY).relativeError());
        assertTrue(report(entry(Double.NaN, Double.NaN)).passed());
    }

    @Test
    void anErrorOfNaNOrInfinityFails() {
        assertFalse(report(entry(Double.NaN, 1)).passed());
        assertFalse(report(entry(1, Double.NaN)).passed());
        assertFalse(report(entry(1, Double.POSITIVE_INFINITY)).passed());
        assertFalse(report(entry(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                .passed());
    }

    @Test
    void theToleranceIsRelativeAndNoiseIsAllowed() {
        assertTrue(report(entry(1e6, 1e6 + 0.5)).passed());
        assertFalse(report(entry(1, 1 + 2e-6)).passed());
        assertTrue(new GradientReport(List.of(entry(0, 5e-9)), 1e-6, 1e-9).passed());
        assertFalse(new GradientReport(List.of(entry(0, 2e-8)), 1e-6, 1e-9).passed());
    }

    @Test
    void theTextNamesWhatFailed() {
        GradientReport report = report(entry(1, 1), entry(2, 1.5));

        assertEquals(
                "gradient check failed for 1 of 2 numbers:\n  w[3]: analytic 2.0, numeric 1.5, absolute error 0.5,"
                        + " relative 0.25, 1.125899906842624E15 ULP",
                report.toString());
        assertEquals(
                "gradient check passed for 1 numbers; worst: w[3]: analytic 1.0, numeric 1.0, absolute error 0.0,"
                        + " relative 0.0, 0.0 ULP",
                report(entry(1, 1)).toString());
        assertEquals(entry(2, 1.5), report.worst());
    }

    @Test
    void aReportOnNothingPassesAndHasNoWorst() {
        assertTrue(report().passed());
        assertEquals("gradient check passed for 0 numbers", report().toString());
        assertThrows(IllegalStateException.class, () -> report().worst());
    }
}
