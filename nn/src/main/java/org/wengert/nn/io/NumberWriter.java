package org.wengert.nn.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;

/** Numbers to a stream, little-endian, in row-major order. */
final class NumberWriter {
    private static final int CHUNK = 1 << 13;

    private NumberWriter() {}

    static void write(OutputStream to, Tensor tensor) throws IOException {
        WritableByteChannel out = Channels.newChannel(to);
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < tensor.size(); i++) {
            if (tensor.isSingle()) {
                bytes.putFloat((float) tensor.at(i));
            } else {
                bytes.putDouble(tensor.at(i));
            }
            if (!bytes.hasRemaining()) {
                flush(out, bytes);
            }
        }
        flush(out, bytes);
    }

    private static void flush(WritableByteChannel out, ByteBuffer bytes) throws IOException {
        out.write(bytes.flip());
        bytes.clear();
    }
}
