package org.wengert.tck;

import java.lang.reflect.Method;
import org.opentest4j.TestAbortedException;

/**
 * What came of one case of a test.
 *
 * @param test   the method
 * @param name   of the case, empty if the test has one alone
 * @param status what came of it
 * @param reason of a failure or an omission
 */
record Finding(Method test, String name, Status status, String reason) {
    /** What can come of a case. */
    enum Status {
        PASSED,

        /** Not asked for: what the engine says of itself excludes it. */
        EXCLUDED,

        /** Skipped for want of something, such as a file of reference values. */
        MISSING,

        FAILED
    }

    static Finding passed(Method test, String name) {
        return new Finding(test, name, Status.PASSED, "");
    }

    static Finding of(Method test, String name, Throwable end) {
        Status status = end instanceof NotAsked
                ? Status.EXCLUDED
                : end instanceof TestAbortedException ? Status.MISSING : Status.FAILED;
        String message = end.getMessage() == null ? end.toString() : end.getMessage();
        return new Finding(test, name, status, message);
    }

    /** {@code LifetimeContract.leavesAddUp [case]}. */
    String where() {
        return test.getDeclaringClass().getSimpleName() + "." + test.getName()
                + (name.isEmpty() ? "" : " [" + name + "]");
    }

    Level level() {
        return Level.of(test);
    }
}
