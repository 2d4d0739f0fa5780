package org.wengert.nn.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.wengert.Shape;

/** Numbers from a stream. A header is not believed: memory grows with what is really there. */
final class NumberReader {
    private static final int CHUNK = 1 << 13;

    /** The stream ended before all numbers were read. */
    static final class TooFew extends IOException {
        private static final long serialVersionUID = 1L;

        private final long bytes;

        TooFew(long bytes) {
            this.bytes = bytes;
        }

        /** How many there were. */
        long bytes() {
            return bytes;
        }
    }

    private NumberReader() {}

    /**
     * Reads as many numbers as the shape holds, in row-major order.
     *
     * @throws TooFew              if the stream ends before
     * @throws ArithmeticException as {@link StoredType#next}
     */
    static Tensor read(InputStream in, StoredType type, ByteOrder order, Shape shape) throws IOException {
        int count = shape.size();
        Growing numbers = type.isSingle() ? new Floats(count) : new Doubles(count);
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.min(CHUNK, count) * type.bytes()).order(order);
        int at = 0;
        while (at < count) {
            int chunk = Math.min(CHUNK, count - at);
            int got = in.readNBytes(bytes.array(), 0, chunk * type.bytes());
            if (got < chunk * type.bytes()) {
                throw new TooFew((long) at * type.bytes() + got);
            }
            numbers.makeRoom(at + chunk);
            bytes.clear();
            for (int i = 0; i < chunk; i++) {
                numbers.set(at + i, type.next(bytes));
            }
            at += chunk;
        }
        return numbers.tensor(shape);
    }

    /** An array that grows up to a length. */
    private abstract static class Growing {
        private final int last;

        Growing(int last) {
            this.last = last;
        }

        abstract int length();

        abstract void resize(int length);

        abstract void set(int i, double number);

        abstract Tensor tensor(Shape shape);

        final void makeRoom(int needed) {
            if (needed > length()) {
                resize((int) Math.min(last, Math.max(needed, 2L * length())));
            }
        }
    }

    private static final class Doubles extends Growing {
        private double[] numbers = new double[0];

        Doubles(int last) {
            super(last);
        }

        @Override
        int length() {
            return numbers.length;
        }

        @Override
        void resize(int length) {
            numbers = Arrays.copyOf(numbers, length);
        }

        @Override
        void set(int i, double number) {
            numbers[i] = number;
        }

        @Override
        Tensor tensor(Shape shape) {
            return Tensor.owning(shape, numbers);
        }
    }

    private static final class Floats extends Growing {
        private float[] numbers = new float[0];

        Floats(int last) {
            super(last);
        }

        @Override
        int length() {
            return numbers.length;
        }

        @Override
        void resize(int length) {
            numbers = Arrays.copyOf(numbers, length);
        }

        @Override
        void set(int i, double number) {
            numbers[i] = (float) number;
        }

        @Override
        Tensor tensor(Shape shape) {
            return Tensor.owning(shape, numbers);
        }
    }
}
