package org.wengert.nn.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.wengert.error.Excerpt;

/**
 * Arrays by name in a file of NumPy's: a zip archive of {@link Npy} files, stored or deflated ({@code numpy.savez},
 * {@code numpy.savez_compressed}, {@code numpy.load}). Written is the former.
 */
public final class Npz {
    private static final String SUFFIX = ".npy";

    /** What is unpacked at most unless told otherwise: a file of a few megabytes can claim to hold terabytes. */
    private static final long USUAL_LIMIT = 1L << 32;

    /** The same arrays give the same bytes. NOTE: the first day that an archive can state makes the JDK add a zoned one. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private Npz() {}

    /** Reads a file of at most 4 GiB when unpacked; see {@link #read(Path, long)}. */
    public static Map<String, Tensor> read(Path file) {
        return read(file, USUAL_LIMIT);
    }

    /**
     * Reads a file.
     *
     * @param limit how many bytes all arrays may have when unpacked
     * @return in the order of the archive
     * @throws FileException if it cannot be read, breaks a rule of the format, or unpacks to more
     */
    public static Map<String, Tensor> read(Path file, long limit) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Map<String, ZipEntry> entries = entries(file, zip);
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            long left = limit;
            for (Map.Entry<String, ZipEntry> entry : entries.entrySet()) {
                try (Limited bytes = new Limited(zip.getInputStream(entry.getValue()), left)) {
                    tensors.put(entry.getKey(), tensor(file, entry.getValue(), bytes));
                    left = bytes.left();
                }
            }
            return Collections.unmodifiableMap(tensors);
        } catch (Limited.Exceeded e) {
            throw new FileException(
                    "npz: too much to unpack: " + file + " holds more than the limit of " + limit
                            + " bytes; Npz.read takes another limit",
                    e);
        } catch (ZipException | IllegalArgumentException e) {
            throw new FileException(
                    "npz: no zip archive: " + file + ": " + Excerpt.of(String.valueOf(e.getMessage())), e);
        } catch (EOFException e) {
            throw new FileException("npz: file is truncated: " + file + " ends within its compressed data", e);
        } catch (IOException e) {
            throw FileException.unreadable("npz", file, e);
        } catch (OutOfMemoryError e) {
            throw FileException.noRoom("npz", file, e);
        }
    }

    /** NOTE: an archive can hold a name twice, and finds what is in it by name. */
    private static Map<String, ZipEntry> entries(Path file, ZipFile zip) {
        Map<String, ZipEntry> entries = new LinkedHashMap<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = name(file, entry);
            if (entries.put(name, entry) != null) {
                throw new FileException("npz: two arrays share a name: " + shown(name) + " in " + file);
            }
        }
        return entries;
    }

    private static String name(Path file, ZipEntry entry) {
        String name = entry.getName();
        if (!name.endsWith(SUFFIX)) {
            throw new FileException(
                    "npz: only arrays can be read: " + shown(name) + " in " + file + " does not end in " + SUFFIX);
        }
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private static Tensor tensor(Path file, ZipEntry entry, InputStream bytes) throws IOException {
        CRC32 sum = new CRC32();
        Tensor tensor = Npy.read(shown(entry.getName()) + " in " + file, new CheckedInputStream(bytes, sum));
        if (sum.getValue() != entry.getCrc()) {
            throw new FileException("npz: wrong checksum: " + shown(entry.getName()) + " in " + file
                    + " is damaged: its bytes add up to " + Long.toHexString(sum.getValue()) + ", should be "
                    + Long.toHexString(entry.getCrc()));
        }
        return tensor;
    }

    private static String shown(String name) {
        return "'" + Excerpt.of(name) + "'";
    }

    /**
     * Writes a file, whole or not at all ({@link AtomicFile}). The same arrays give the same bytes.
     *
     * @throws FileException if it cannot be written
     */
    public static void write(Path file, Map<String, Tensor> tensors) {
        AtomicFile.write("npz", file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
                zip.putNextEntry(entry(tensor.getKey(), tensor.getValue()));
                Npy.write(zip, tensor.getValue());
                zip.closeEntry();
            }
            zip.finish();
        });
    }

    /** NOTE: what is stored as it is must say its length and checksum first. */
    private static ZipEntry entry(String name, Tensor tensor) throws IOException {
        Counted counted = new Counted();
        CheckedOutputStream sum = new CheckedOutputStream(counted, new CRC32());
        Npy.write(sum, tensor);
        ZipEntry entry = new ZipEntry(name + SUFFIX);
        entry.setTimeLocal(NO_TIME);
        entry.setCrc(sum.getChecksum().getValue());
        entry.setSize(counted.bytes);
        return entry;
    }

    /** Counts what is written, and forgets it. */
    private static final class Counted extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}
