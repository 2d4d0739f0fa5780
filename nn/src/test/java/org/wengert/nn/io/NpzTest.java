package org.wengert.nn.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.Shape;
import org.wengert.nn.Refused;

class NpzTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("a.npz");
    }

    private static Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("w", Tensor.of(Shape.of(2, 2), 1.0, 2.0, 3.0, Double.NaN));
        tensors.put("a/é", Tensor.of(Shape.of(1), 0.5f));
        tensors.put("arr_0", Tensor.of(Shape.SCALAR, -0.0));
        return tensors;
    }

    private static byte[] npy(double number) {
        return NpyTest.version1("{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }\n")
                .doubles(number)
                .bytes();
    }

    private void zip(Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    @Test
    void whatIsWrittenIsReadBackInItsOrder() throws IOException {
        Npz.write(file, tensors());
        byte[] first = Files.readAllBytes(file);
        Map<String, Tensor> read = Npz.read(file);
        Npz.write(file, tensors());

        assertEquals(tensors(), read);
        assertEquals(List.copyOf(tensors().keySet()), List.copyOf(read.keySet()));
        assertArrayEquals(first, Files.readAllBytes(file), "the same arrays give the same bytes");
    }

    /** PKZIP's format: a local header of 30 bytes and the name, then the bytes of the .npy file as they are. */
    @Test
    void whatIsWrittenIsAZipArchiveOfStoredArrays() throws IOException {
        Npz.write(file, Map.of("ab", Tensor.of(Shape.of(1), 2.0)));

        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0x04034b50, bytes.getInt(0));
        assertEquals(0, bytes.getShort(8), "stored");
        assertEquals(128 + 8, bytes.getInt(22), "size");
        assertEquals(6, bytes.getShort(26), "length of the name");
        assertEquals(0, bytes.getShort(28), "nothing extra");
        byte[] name = new byte[6];
        bytes.get(30, name);
        assertArrayEquals("ab.npy".getBytes(java.nio.charset.StandardCharsets.US_ASCII), name);
        assertEquals((byte) 0x93, bytes.get(36));
        assertEquals(2.0, bytes.getDouble(36 + 128));
    }

    @Test
    void deflatedArraysAreRead() throws IOException {
        zip(Map.of("x.npy", npy(3)));

        assertEquals(Map.of("x", Tensor.of(Shape.of(1), 3.0)), Npz.read(file));
    }

    @Test
    void anotherProgramFindsTheChecksumsRight() throws IOException {
        Npz.write(file, tensors());

        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                zip.readAllBytes();
                entries++;
            }
            assertEquals(3, entries);
        }
    }

    @Test
    void aDamagedArrayIsNamed() throws IOException {
        Npz.write(file, Map.of("ab", Tensor.of(Shape.of(1), 2.0)));
        byte[] bytes = Files.readAllBytes(file);
        bytes[36 + 128] ^= 1;
        Files.write(file, bytes);

        String message = assertThrows(FileException.class, () -> Npz.read(file)).getMessage();

        assertTrue(
                message.matches("npz: wrong checksum: 'ab.npy' in .*a.npz is damaged: its bytes add up to [0-9a-f]+,"
                        + " should be [0-9a-f]+"),
                message);
    }

    @Test
    void whatUnpacksToMoreThanTheLimitIsRefused() throws IOException {
        byte[] zeros = NpyTest.version1("{'descr': '<f8', 'fortran_order': False, 'shape': (1000000,), }\n")
                .raw(new byte[8_000_000])
                .bytes();
        zip(Map.of("zeros.npy", zeros));

        assertTrue(Files.size(file) < 10_000);
        Refused.with(
                FileException.class,
                "npz: too much to unpack: " + file + " holds more than the limit of 1000000 bytes; Npz.read takes"
                        + " another limit",
                () -> Npz.read(file, 1_000_000));
        assertEquals(1_000_000, Npz.read(file, zeros.length).get("zeros").size());
    }

    @Test
    void theLimitIsThatOfAllArraysTogether() throws IOException {
        Map<String, byte[]> two = new LinkedHashMap<>();
        two.put("a.npy", npy(1));
        two.put("b.npy", npy(2));
        zip(two);
        int bytes = npy(1).length;

        assertEquals(2, Npz.read(file, 2L * bytes).size());
        assertThrows(FileException.class, () -> Npz.read(file, 2L * bytes - 1));
    }

    @Test
    void whatIsNoArrayIsNamed() throws IOException {
        zip(Map.of("readme.txt", new byte[3]));

        Refused.with(
                FileException.class,
                "npz: only arrays can be read: 'readme.txt' in " + file + " does not end in .npy",
                () -> Npz.read(file));
    }

    @Test
    void anArrayThatBreaksARuleIsNamedWithItsFile() throws IOException {
        zip(Map.of("x.npy", new byte[3]));

        Refused.with(
                FileException.class,
                "npy: no array of NumPy's: 'x.npy' in " + file + " does not begin with \\x93NUMPY and a version",
                () -> Npz.read(file));
    }

    @Test
    void twoArraysOfOneNameAreRefused() throws IOException {
        Map<String, byte[]> two = new LinkedHashMap<>();
        two.put("aa.npy", npy(1));
        two.put("ab.npy", npy(2));
        zip(two);
        String text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        Files.writeString(file, text.replace("ab.npy", "aa.npy"), java.nio.charset.StandardCharsets.ISO_8859_1);

        Refused.with(FileException.class, "npz: two arrays share a name: 'aa' in " + file, () -> Npz.read(file));
    }

    @Test
    void whatIsNoArchiveIsNamed() throws IOException {
        Files.writeString(file, "no archive");

        Refused.with(
                FileException.class,
                "npz: no zip archive: " + file + ": zip END header not found",
                () -> Npz.read(file));
        Path none = folder.resolve("none.npz");
        Refused.with(FileException.class, "npz: no such file: " + none, () -> Npz.read(none));
    }
}
