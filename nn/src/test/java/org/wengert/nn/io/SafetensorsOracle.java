package org.wengert.nn.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A second reader of safetensors files of F64, F32 and U8, to compare with: written from the format's description alone. */
final class SafetensorsOracle {
    private record Part(String name, String type, List<Integer> shape, int begin, int end) {}

    private SafetensorsOracle() {}

    /** What is in a file, in words; empty if it breaks a rule. */
    static Optional<String> words(byte... file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
            long length = file.length < 8 ? -1 : bytes.getLong();
            require(length >= 1 && length <= bytes.remaining() && bytes.get(8) == '{');
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes.slice(8, (int) length))
                    .toString();
            int start = 8 + (int) length;
            return Optional.of(words((Map<?, ?>) JsonOracle.read(text), bytes.slice(start, file.length - start)));
        } catch (CharacterCodingException | IllegalArgumentException | ClassCastException e) {
            return Optional.empty();
        }
    }

    /** What is in a file that was read. */
    static String words(Safetensors content) {
        StringBuilder words = new StringBuilder(content.metadata().toString());
        content.tensors().forEach((name, tensor) -> {
            words.append('\n').append(name).append(' ').append(tensor.shape());
            for (double number : tensor.data()) {
                words.append(' ').append(number);
            }
        });
        return words.toString();
    }

    private static String words(Map<?, ?> header, ByteBuffer numbers) {
        Map<?, ?> metadata = header.containsKey("__metadata__") ? (Map<?, ?>) header.get("__metadata__") : Map.of();
        metadata.values().forEach(value -> require(value instanceof String));
        List<Part> parts = new ArrayList<>();
        header.forEach((name, description) -> {
            if (!name.equals("__metadata__")) {
                parts.add(part((String) name, (Map<?, ?>) description));
            }
        });
        check(parts, numbers.remaining());
        StringBuilder words = new StringBuilder(metadata.toString());
        for (Part part : parts) {
            words.append('\n').append(part.name).append(' ').append(part.shape);
            for (int at = part.begin; at < part.end; at += width(part.type)) {
                words.append(' ').append(number(part.type, numbers.slice(at, width(part.type))));
            }
        }
        return words.toString();
    }

    private static double number(String type, ByteBuffer bytes) {
        ByteBuffer little = bytes.order(ByteOrder.LITTLE_ENDIAN);
        return switch (type) {
            case "F64" -> little.getDouble();
            case "F32" -> little.getFloat();
            default -> little.get() & 0xFF;
        };
    }

    private static Part part(String name, Map<?, ?> description) {
        require(description.keySet().equals(Set.of("dtype", "shape", "data_offsets")));
        List<Integer> offsets = wholes((List<?>) description.get("data_offsets"));
        require(offsets.size() == 2);
        String type = (String) description.get("dtype");
        return new Part(name, type, wholes((List<?>) description.get("shape")), offsets.get(0), offsets.get(1));
    }

    private static List<Integer> wholes(List<?> list) {
        List<Integer> wholes = new ArrayList<>();
        for (Object one : list) {
            String text = ((JsonOracle.Literal) one).text();
            require(text.matches("0|[1-9][0-9]{0,9}"));
            wholes.add(Integer.valueOf(text));
        }
        return wholes;
    }

    private static void check(List<Part> parts, int length) {
        List<Part> sorted = new ArrayList<>(parts);
        sorted.sort(Comparator.comparingInt(Part::begin).thenComparingInt(Part::end));
        int at = 0;
        for (Part part : sorted) {
            double bytes = width(part.type);
            for (int size : part.shape) {
                bytes *= size;
            }
            require(part.begin == at && part.end - part.begin == bytes);
            at = part.end;
        }
        require(at == length);
    }

    private static int width(String type) {
        return switch (type) {
            case "F64" -> 8;
            case "F32" -> 4;
            case "U8" -> 1;
            default -> throw new IllegalArgumentException();
        };
    }

    private static void require(boolean right) {
        if (!right) {
            throw new IllegalArgumentException();
        }
    }
}
