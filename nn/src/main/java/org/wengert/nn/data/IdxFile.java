package org.wengert.nn.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * One file of unsigned bytes in IDX form, plain or gzipped: a magic number (2048 plus how many sizes follow), the
 * sizes, and the bytes, all big-endian.
 *
 * @param sizes of each axis, the number of items first
 * @param bytes row-major
 */
record IdxFile(int[] sizes, byte[] bytes) {
    private static final int UNSIGNED_BYTES = 0x0800;
    private static final int GZIP_MAGIC = 0x1F8B;
    private static final int BUFFER = 1 << 16;
    /** As many as an array holds on every JVM. */
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    /** Reads a file that must hold items with this many sizes. */
    static IdxFile read(Path file, String content, int axes) {
        try (InputStream in = open(file)) {
            int magic = integer(in, file);
            if (magic != UNSIGNED_BYTES + axes) {
                throw new DataException("idx: wrong magic number: " + file + " begins with " + magic + ", " + content
                        + " begin with " + (UNSIGNED_BYTES + axes));
            }
            int[] sizes = new int[axes];
            for (int axis = 0; axis < axes; axis++) {
                sizes[axis] = integer(in, file);
            }
            return new IdxFile(sizes, content(in, file, length(file, sizes)));
        } catch (NoSuchFileException e) {
            throw new DataException("idx: no such file: " + file, e);
        } catch (EOFException e) {
            throw new DataException("idx: file is truncated: " + file + " ends within its compressed data", e);
        } catch (IOException e) {
            throw new DataException("idx: cannot read " + file + ": " + e.getMessage(), e);
        } catch (OutOfMemoryError e) {
            throw DataException.noRoom("idx", file, e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            in.mark(2);
            int start = in.read() << 8 | in.read();
            in.reset();
            return start == GZIP_MAGIC ? new GZIPInputStream(in, BUFFER) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static int integer(InputStream in, Path file) throws IOException {
        byte[] four = in.readNBytes(Integer.BYTES);
        if (four.length < Integer.BYTES) {
            throw new DataException("idx: file is truncated: " + file + " ends within its header");
        }
        return ByteBuffer.wrap(four).getInt();
    }

    private static int length(Path file, int... sizes) {
        long length = 1;
        for (int size : sizes) {
            if (size < 1 || length * size > MOST_BYTES) {
                throw new DataException("idx: sizes cannot be: " + file + " claims to hold " + Arrays.toString(sizes)
                        + "; each must be at least 1 and their product at most " + MOST_BYTES);
            }
            length *= size;
        }
        return (int) length;
    }

    /** The header is not believed: memory grows with what is really there. */
    private static byte[] content(InputStream in, Path file, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new DataException("idx: file is truncated: " + file + " must hold " + length
                    + " bytes after its header, has " + bytes.length);
        }
        if (in.read() >= 0) {
            throw new DataException("idx: file goes on after its end: " + file + " must hold " + length
                    + " bytes after its header, has more");
        }
        return bytes;
    }

    int items() {
        return sizes[0];
    }
}
