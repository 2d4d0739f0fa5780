package org.wengert.nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.wengert.error.WengertException;

/** What must come of reading a damaged file: what is in it, or one line that says what is wrong and where. */
public final class FuzzCase {
    /** Of a message, beside the name of the file. */
    private static final int CHARACTERS = 1000;

    /** For buffers, and for code that is used for the first time. */
    private static final long ALLOCATED = 4 << 20;

    /** Of all kinds of objects together, most of them forgotten at once. */
    private static final long ALLOCATED_A_BYTE = 400;

    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}]");

    private final Class<? extends WengertException> type;
    private final String name;
    private final Supplier<String> read;
    private final Pattern refusal;

    /** A case of the readers of data sets. */
    FuzzCase(String name, Supplier<String> read, Pattern refusal) {
        this(DataException.class, name, read, refusal);
    }

    /**
     * A case.
     *
     * @param type    of the error
     * @param name    says how to see it again
     * @param read    reads a file, and says what it holds
     * @param refusal what a message must match, so that it names the file and the place
     */
    public FuzzCase(Class<? extends WengertException> type, String name, Supplier<String> read, Pattern refusal) {
        this.type = type;
        this.name = name;
        this.read = read;
        this.refusal = refusal;
    }

    /** Whether the file was read, which it must be where something is expected, and not where nothing is. */
    public boolean check(Optional<String> expected, long bytes) {
        Optional<String> actual = read(bytes);
        assertEquals(expected, actual, name);
        return actual.isPresent();
    }

    /** Whether the file was read; what came of it then must be this. */
    public boolean checkIfRead(String expected, long bytes) {
        Optional<String> actual = read(bytes);
        assertEquals(expected, actual.orElse(expected), name);
        return actual.isPresent();
    }

    private Optional<String> read(long bytes) {
        long before = allocated();
        Optional<String> actual;
        try {
            actual = Optional.of(read.get());
        } catch (RuntimeException | Error thrown) {
            checkRefusal(thrown);
            actual = Optional.empty();
        }
        long allocated = allocated() - before;
        assertTrue(
                allocated < ALLOCATED + ALLOCATED_A_BYTE * bytes,
                () -> name + ": " + allocated + " bytes allocated for a file of " + bytes);
        return actual;
    }

    private void checkRefusal(Throwable thrown) {
        if (thrown.getClass() != type) {
            throw new AssertionError(name + ": not an error of the readers: " + thrown, thrown);
        }
        String message = thrown.getMessage();
        assertTrue(refusal.matcher(message).matches(), () -> name + ": names no file or no place: " + message);
        assertTrue(message.length() < CHARACTERS, () -> name + ": " + message.length() + " characters of message");
        assertTrue(!HIDDEN.matcher(message).find(), () -> name + ": not one visible line: " + message);
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
