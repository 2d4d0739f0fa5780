package org.wengert.nn.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.Shape;
import org.wengert.nn.Refused;

class AtomicFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("a.txt");
    }

    private void write(Path to, String text) {
        AtomicFile.write("test", to, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFileTakesThePlaceOfTheOneBefore() throws IOException {
        write(file, "first and long");
        write(file, "second");

        assertEquals("second", Files.readString(file));
        assertEquals(List.of("a.txt"), files());
    }

    @Test
    void whileAFileIsWrittenTheOneBeforeIsThere() throws IOException {
        write(file, "first");

        AtomicFile.write("test", file, out -> {
            out.write(new byte[1 << 20]);
            assertEquals("first", Files.readString(file));
        });

        assertEquals(1 << 20, Files.size(file));
    }

    @Test
    void anErrorOnTheWayLeavesEverythingAsItWas() throws IOException {
        write(file, "first");

        Refused.with(
                FileException.class,
                "test: cannot write " + file + ": No space left on device; what had the name before is as it was",
                () -> AtomicFile.write("test", file, out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("No space left on device");
                }));

        assertEquals("first", Files.readString(file));
        assertEquals(List.of("a.txt"), files());
    }

    @Test
    void anErrorOfTheProgramPassesAndLeavesNothingBehind() throws IOException {
        assertThrows(
                IllegalStateException.class,
                () -> AtomicFile.write("test", file, out -> {
                    throw new IllegalStateException();
                }));

        assertEquals(List.of(), files());
    }

    @Test
    void whatAKilledProcessOfTheSameNumberLeftBehindIsNotInTheWay() throws IOException {
        Path left = folder.resolve(".a.txt." + ProcessHandle.current().pid() + "-0.tmp");
        Files.writeString(left, "left");

        write(file, "new");

        assertEquals("new", Files.readString(file));
        assertEquals("left", Files.readString(left));
    }

    @Test
    void othersMayReadAFileAsTheyMayReadAnyNewOne() throws IOException {
        Set<PosixFilePermission> usual = Files.getPosixFilePermissions(Files.createFile(folder.resolve("usual.txt")));

        write(file, "new");

        assertEquals(usual, Files.getPosixFilePermissions(file));
    }

    @Test
    void aMissingFolderIsSaidToBeMissing() {
        Path inside = folder.resolve("none/a.txt");

        Refused.with(
                FileException.class,
                "test: cannot write " + inside + ": no such folder; what had the name before is as it was",
                () -> write(inside, "new"));
    }

    @Test
    void aFileIsNoFolder() {
        write(file, "first");
        Path inside = file.resolve("b.txt");

        Refused.with(
                FileException.class,
                "test: cannot write " + inside + ": Not a directory; what had the name before is as it was",
                () -> write(inside, "new"));
    }

    @Test
    void aFolderIsNotReplaced() {
        Refused.with(
                FileException.class,
                "test: cannot write " + folder + ": it is a folder; what had the name before is as it was",
                () -> write(folder, "new"));
    }

    @Test
    void anInterruptSpoilsNothingThatIsBeingWritten() throws IOException {
        Tensor tensor = Tensor.of(Shape.of(5000), new double[5000]);
        try {
            AtomicFile.write("test", file, out -> {
                Thread.currentThread().interrupt();
                NumberWriter.write(out, tensor);
            });
            assertTrue(Thread.currentThread().isInterrupted(), "who was interrupted is still to know");
        } finally {
            Thread.interrupted();
        }
        assertEquals(40_000, Files.size(file));
    }
}
