package org.wengert.bench;

import java.util.Collection;
import org.wengert.Nearest;

/** Helps where there is nothing of a name: lists what there is and guesses what was meant. */
final class Names {
    private Names() {}

    /** {@code "there is no 'mons': known are moons, iris; did you mean 'moons'?"}. */
    static String unknown(String written, Collection<String> known) {
        return "there is no '" + written + "': known are " + String.join(", ", known) + suggestion(written, known);
    }

    /** {@code "; did you mean 'moons'?"} for the closest name, if one is close. */
    static String suggestion(String written, Collection<String> known) {
        return Nearest.suggestion(written, known.stream());
    }
}
