package org.wengert.tck;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What came of the cases of a file. */
public final class FixtureReport {
    private final String file;
    private final Map<String, String> failures = new LinkedHashMap<>();
    private int passed;
    private int leftOut;

    FixtureReport(String file) {
        this.file = file;
    }

    /** Runs a case, which answers whether it could be compared. */
    void add(String id, BooleanSupplier comparison) {
        try {
            if (comparison.getAsBoolean()) {
                passed++;
            } else {
                leftOut++;
            }
        } catch (FixtureException e) {
            throw e;
        } catch (AssertionError e) {
            failures.put(id, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            failures.put(id, "the engine threw " + e);
        }
    }

    /** The file's path, as it was given. */
    public String file() {
        return file;
    }

    /** How many cases gave what the file says. */
    public int passed() {
        return passed;
    }

    /** How many hold numbers that the engine's precision does not, so that the file says nothing of them. */
    public int leftOut() {
        return leftOut;
    }

    /** By the id of each case that differs: the first difference. */
    public Map<String, String> failures() {
        return Collections.unmodifiableMap(failures);
    }
}
