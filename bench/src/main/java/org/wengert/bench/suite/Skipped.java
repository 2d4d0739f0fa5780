package org.wengert.bench.suite;

/** A combination of parameters that does not exist. JMH prints the text, gives it no time and goes on to the next. */
final class Skipped extends RuntimeException {
    Skipped(String reason) {
        // No stack trace: nothing is broken.
        super("skipped: " + reason, null, false, false);
    }
}
