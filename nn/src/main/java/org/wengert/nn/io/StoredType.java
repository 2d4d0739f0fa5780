package org.wengert.nn.io;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a number lies in a file. Floating point of 8 bytes is kept in double precision, that of 4 and 2 bytes in single
 * precision; whole numbers and truth values (0 and 1) become double precision. None of them is rounded: a whole number
 * that double precision does not hold is refused.
 */
enum StoredType {
    F64("F64", "f8", 8, ByteBuffer::getDouble),
    F32("F32", "f4", 4, ByteBuffer::getFloat),
    F16("F16", "f2", 2, bytes -> half(bytes.getShort())),
    BF16("BF16", "", 2, bytes -> Float.intBitsToFloat(bytes.getShort() << 16)),
    I64("I64", "i8", 8, bytes -> exact(bytes.getLong(), false)),
    I32("I32", "i4", 4, ByteBuffer::getInt),
    I16("I16", "i2", 2, ByteBuffer::getShort),
    I8("I8", "i1", 1, ByteBuffer::get),
    U64("U64", "u8", 8, bytes -> exact(bytes.getLong(), true)),
    U32("U32", "u4", 4, bytes -> Integer.toUnsignedLong(bytes.getInt())),
    U16("U16", "u2", 2, bytes -> Short.toUnsignedInt(bytes.getShort())),
    U8("U8", "u1", 1, bytes -> Byte.toUnsignedInt(bytes.get())),
    BOOL("BOOL", "b1", 1, bytes -> bytes.get() == 0 ? 0 : 1);

    /** Takes the next number. */
    @FunctionalInterface
    private interface Next {
        double of(ByteBuffer bytes);
    }

    private final String safetensors;
    private final String numpy;
    private final int bytes;
    private final Next next;

    StoredType(String safetensors, String numpy, int bytes, Next next) {
        this.safetensors = safetensors;
        this.numpy = numpy;
        this.bytes = bytes;
        this.next = next;
    }

    /** The type of a tensor that is written. */
    static StoredType of(Tensor tensor) {
        return tensor.isSingle() ? F32 : F64;
    }

    /** The type of a safetensors name: {@code F64}. */
    static Optional<StoredType> ofSafetensors(String name) {
        return Arrays.stream(values())
                .filter(type -> type.safetensors.equals(name))
                .findFirst();
    }

    /** The type of NumPy's letter and number of bytes: {@code f8}. */
    static Optional<StoredType> ofNumpy(String name) {
        return numpyTypes().stream().filter(type -> type.numpy.equals(name)).findFirst();
    }

    /** The types that NumPy has. */
    static List<StoredType> numpyTypes() {
        return Arrays.stream(values()).filter(type -> !type.numpy.isEmpty()).collect(Collectors.toUnmodifiableList());
    }

    /** The name in a safetensors header. */
    String safetensors() {
        return safetensors;
    }

    /** The letter and the number of bytes in a NumPy header. */
    String numpy() {
        return numpy;
    }

    /** How many bytes a number takes. */
    int bytes() {
        return bytes;
    }

    /** Whether single precision holds every number of this type and is meant to. */
    boolean isSingle() {
        return this == F32 || this == F16 || this == BF16;
    }

    /**
     * The next number of the bytes, in their order.
     *
     * @throws ArithmeticException if double precision does not hold it; the text is the number
     */
    double next(ByteBuffer from) {
        return next.of(from);
    }

    private static double exact(long number, boolean unsigned) {
        double nearest = number;
        if (unsigned && number < 0 || (long) nearest != number || number == Long.MAX_VALUE) {
            throw new ArithmeticException(unsigned ? Long.toUnsignedString(number) : Long.toString(number));
        }
        return nearest;
    }

    /** IEEE 754 binary16: a sign, 5 bits of exponent, 10 bits of fraction. */
    private static float half(short bits) {
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        float size = exponent == 0x1F
                ? fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN
                : exponent == 0
                        ? Math.scalb((float) fraction, -24)
                        : Math.scalb((float) (1024 + fraction), exponent - 25);
        return bits < 0 ? -size : size;
    }
}
