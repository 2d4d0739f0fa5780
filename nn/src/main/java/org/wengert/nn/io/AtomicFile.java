package org.wengert.nn.io;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file as a whole or not at all, whatever happens on the way: a full disk, an error, a process that is killed, a
 * power cut. The content goes to another file beside, is forced to the disk, and then takes the name; until that moment
 * whatever had the name before is there, untouched.
 */
public final class AtomicFile {
    private static final int BUFFER = 1 << 16;

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it; the stream is buffered and closed by the caller. */
        void to(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a file, in place of one of the same name if there is one. Its folder must exist.
     *
     * @param who named in the error
     * @throws FileException if that cannot be done; nothing has changed then
     */
    public static void write(String who, Path file, Content content) {
        try {
            write(file.toAbsolutePath(), content);
        } catch (IOException e) {
            throw new FileException(
                    who + ": cannot write " + file + ": " + FileException.reason(e)
                            + "; what had the name before is as it was",
                    e);
        }
        force(who, file);
    }

    private static void write(Path file, Content content) throws IOException {
        Path folder = file.getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        Path beside = create(folder, file.getFileName().toString());
        try {
            fill(beside, content);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (Throwable e) {
            Files.deleteIfExists(beside);
            throw e;
        }
    }

    /** NOTE: not a temporary file of the JDK's, which nobody but its owner may read, and so the finished file. */
    private static Path create(Path folder, String name) throws IOException {
        for (int i = 0; ; i++) {
            Path beside =
                    folder.resolve("." + name + "." + ProcessHandle.current().pid() + "-" + i + ".tmp");
            try {
                return Files.createFile(beside);
            } catch (FileAlreadyExistsException e) {
                if (i == Integer.MAX_VALUE) {
                    throw e;
                }
            }
        }
    }

    /** Not through a channel, which an interrupt would close: Ctrl-C must not spoil what is being saved. */
    private static void fill(Path path, Content content) throws IOException {
        try (FileOutputStream file = new FileOutputStream(path.toFile());
                OutputStream out = new BufferedOutputStream(file, BUFFER)) {
            content.to(out);
            out.flush();
            file.getFD().sync();
        }
    }

    /** Forces the new name to the disk too, where a folder can be opened as a file; Windows refuses that. */
    private static void force(String who, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (ClosedByInterruptException e) {
            Thread.interrupted(); // only while the folder is forced
            force(who, file);
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new FileException(
                    who + ": cannot force the name of " + file + " to the disk: " + FileException.reason(e)
                            + "; the file is written, but may be gone after a power cut",
                    e);
        }
    }
}
