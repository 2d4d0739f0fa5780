package org.wengert.nn.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers to a stream, little-endian, in row-major order. */
final class NumberWriter {
    private static final int CHUNK = 1 << 13;

    private NumberWriter() {}

    static void write(OutputStream to, Tensor tensor) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < tensor.size(); i++) {
            if (tensor.isSingle()) {
                bytes.putFloat((float) tensor.at(i));
            } else {
                bytes.putDouble(tensor.at(i));
            }
            if (!bytes.hasRemaining()) {
                flush(to, bytes);
            }
        }
        flush(to, bytes);
    }

    /** Not through a channel, which would fail in a thread that has been interrupted: Ctrl-C must not spoil what it saves. */
    private static void flush(OutputStream to, ByteBuffer bytes) throws IOException {
        to.write(bytes.array(), 0, bytes.position());
        bytes.clear();
    }
}
