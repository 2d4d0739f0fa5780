package org.wengert.nn.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wengert.Shape;

/**
 * One array in a file of NumPy's format ({@code numpy.save}, {@code numpy.load}); see
 * <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>.
 *
 * <p>Read are versions 1.0 and 2.0, floating point of 8, 4 and 2 bytes, whole numbers and truth values of either byte
 * order, which become double precision if that holds them, in row-major or column-major order. Written is version 1.0,
 * {@code <f8} or {@code <f4}, row-major. Objects, which would need Python to read, are refused.
 */
public final class Npy {
    private static final int BUFFER = 1 << 16;

    private Npy() {}

    /**
     * Reads a file.
     *
     * @throws FileException if it cannot be read, or breaks a rule of the format
     */
    public static Tensor read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            return read(file.toString(), in);
        } catch (IOException e) {
            throw FileException.unreadable("npy", file, e);
        } catch (OutOfMemoryError e) {
            throw FileException.noRoom("npy", file, e);
        }
    }

    /** Reads a stream to its end; memory grows with what is really there. */
    static Tensor read(String where, InputStream in) throws IOException {
        NpyHeader header = NpyHeader.read(where, in);
        Tensor tensor = numbers(where, in, header);
        if (in.read() >= 0) {
            throw new FileException("npy: file goes on after its end: " + where + " must hold " + length(header)
                    + " bytes after its header, has more");
        }
        return header.columnMajor() ? rowMajor(tensor) : tensor;
    }

    private static Tensor numbers(String where, InputStream in, NpyHeader header) throws IOException {
        try {
            return NumberReader.read(in, header.type(), header.byteOrder(), header.shape());
        } catch (NumberReader.TooFew e) {
            throw new FileException(
                    "npy: file is truncated: " + where + " must hold " + length(header)
                            + " bytes after its header, has " + e.bytes(),
                    e);
        } catch (ArithmeticException e) {
            throw new FileException(
                    "npy: whole number is too large: " + where + " holds " + e.getMessage()
                            + ", which double precision does not",
                    e);
        }
    }

    private static long length(NpyHeader header) {
        return (long) header.shape().size() * header.type().bytes();
    }

    /** The same array with numbers that lay with the first axis running fastest. */
    private static Tensor rowMajor(Tensor stored) {
        int[] sizes = stored.shape().dims();
        int[] from = new int[stored.size()];
        int[] index = new int[sizes.length];
        for (int i = 0; i < from.length; i++) {
            int at = 0;
            for (int axis = sizes.length - 1; axis >= 0; axis--) {
                at = at * sizes[axis] + index[axis];
            }
            from[i] = at;
            for (int axis = sizes.length - 1; axis >= 0 && ++index[axis] == sizes[axis]; axis--) {
                index[axis] = 0;
            }
        }
        return stored.picked(Shape.of(sizes), from);
    }

    /**
     * Writes a file, whole or not at all ({@link AtomicFile}). The same tensor gives the same bytes.
     *
     * @throws FileException if it cannot be written
     */
    public static void write(Path file, Tensor tensor) {
        AtomicFile.write("npy", file, out -> write(out, tensor));
    }

    static void write(OutputStream out, Tensor tensor) throws IOException {
        out.write(NpyHeader.of(tensor));
        NumberWriter.write(out, tensor);
    }
}
