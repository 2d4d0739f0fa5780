package org.wengert.tck.random;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** Random programs for jqwik, which shrinks them itself. The one class here that needs it. */
public final class Programs {
    private Programs() {}

    /** Programs of 1 to so many instructions. */
    public static Arbitrary<Program> ofAtMost(int longest) {
        return Arbitraries.fromGenerator(random -> new Candidate(Program.random(random, longest)));
    }

    private record Candidate(Program value) implements Shrinkable<Program> {
        @Override
        public Stream<Shrinkable<Program>> shrink() {
            return value.simpler().map(Candidate::new);
        }

        @Override
        public ShrinkingDistance distance() {
            return ShrinkingDistance.of(value.weight());
        }
    }
}
