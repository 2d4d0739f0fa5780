package org.wengert.nn.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * One file of unsigned bytes in IDX form, whole.
 *
 * @param sizes of each axis, the number of items first
 * @param bytes row-major
 */
record IdxFile(int[] sizes, byte[] bytes) {
    private static final String LIMIT = "their product at most " + IdxHeader.MOST_BYTES;

    /** Reads a file that must hold items with this many sizes. */
    static IdxFile read(Path file, String content, int axes) {
        try {
            IdxHeader header = IdxHeader.open(file, content, axes);
            try (InputStream in = header.in()) {
                return new IdxFile(header.sizes(), content(in, file, header.bytesFrom(0, LIMIT)));
            }
        } catch (IOException e) {
            throw IdxHeader.refusal(file, e);
        } catch (OutOfMemoryError e) {
            throw DataException.noRoom("idx", file, e);
        }
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
