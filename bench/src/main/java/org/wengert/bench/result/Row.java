package org.wengert.bench.result;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One contender at one task.
 *
 * @param id        names the row in every run of the suite: {@code steps/784-128-10/tape/float32}
 * @param group     rows that are compared with one another, as a heading: {@code 784-128-10, batch 64}
 * @param contender as a label: {@code tape float32}
 * @param settings  every parameter of the benchmark, in order
 * @param runs      what ran, in the contender's own words, or null if it did not come so far
 * @param unit      of {@code rounds} and {@code time}: {@code us/op}, {@code s}; less is better
 * @param rounds    what was measured: one list a fork, one number an iteration; round {@code i} of all rows of a group ran
 *                  one after another
 * @param time      over all of {@code rounds}, or null if there is no time
 * @param ratio     this row's time over that of the group's baseline, from rounds of the same number; null for the
 *                  baseline itself and where there is no time
 * @param figures   what else was found: {@code allocated} (bytes an operation), {@code steps}, {@code accuracy}
 * @param at        where the row stands on the group's axis (a width, a count of nodes), or null if it has none
 * @param refusal   why there is no time: what differs from the reference, or what cannot be had; null if there is one
 */
public record Row(
        String id,
        String group,
        String contender,
        Map<String, String> settings,
        @Nullable String runs,
        String unit,
        List<List<Double>> rounds,
        @Nullable Estimate time,
        @Nullable Estimate ratio,
        Map<String, Double> figures,
        @Nullable Double at,
        @Nullable String refusal) {}
