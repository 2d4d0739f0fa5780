package org.wengert.nn.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wengert.error.WengertException;

/** A file that cannot be read, written or used; the text names the file and what in it is wrong. */
public final class FileException extends WengertException {
    private static final long serialVersionUID = 1L;

    /** An error with its whole text. */
    public FileException(String message) {
        super(message);
    }

    /** An error with its whole text and what brought it about. */
    public FileException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A file that the system does not let us read. */
    static FileException unreadable(String format, Path file, IOException cause) {
        return cause instanceof NoSuchFileException
                ? new FileException(format + ": no such file: " + file, cause)
                : new FileException(format + ": cannot read " + file + ": " + reason(cause), cause);
    }

    /** A file that is larger than memory. */
    static FileException noRoom(String format, Path file, OutOfMemoryError cause) {
        return new FileException(
                format + ": no room: " + file + " does not fit into a heap of "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MB; give java more memory with -Xmx",
                cause);
    }

    /** What went wrong, without the name of the file, which a message of the system often consists of. */
    public static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "no such folder";
        }
        if (cause instanceof AccessDeniedException) {
            return "access denied";
        }
        @Nullable String reason = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }
}
