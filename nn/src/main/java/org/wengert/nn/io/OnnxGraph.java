package org.wengert.nn.io;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wengert.Shape;

/** A graph under construction: operators, each of whose results has a name, and constants. */
final class OnnxGraph {
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("wengert");
    private final Precision precision;
    private final Map<Double, String> numbers = new HashMap<>();

    OnnxGraph(Precision precision) {
        this.precision = precision;
    }

    Precision precision() {
        return precision;
    }

    /** Adds an operator; returns the name of its result. */
    String node(String operator, String... operands) {
        return node(operator, List.of(), operands);
    }

    String node(String operator, List<AttributeProto> attributes, String... operands) {
        String result = operator.toLowerCase(java.util.Locale.ROOT) + "_" + graph.getNodeCount();
        graph.addNode(NodeProto.newBuilder()
                .setName(result)
                .setOpType(operator)
                .addAllInput(List.of(operands))
                .addOutput(result)
                .addAllAttribute(attributes));
        return result;
    }

    static AttributeProto real(String name, double value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF((float) value)
                .build();
    }

    static AttributeProto whole(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto wholes(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addInts(value)
                .build();
    }

    /** Adds a constant by name; returns the name. */
    String tensor(String name, Tensor tensor) {
        Tensor kept = precision.of(tensor);
        TensorProto.Builder proto =
                TensorProto.newBuilder().setName(name).setDataType(type()).setRawData(bytes(kept));
        for (int size : kept.shape().dims()) {
            proto.addDims(size);
        }
        graph.addInitializer(proto);
        return name;
    }

    String row(String name, double... values) {
        return tensor(name, Tensor.of(Shape.of(values.length), values));
    }

    /** A constant of one number, which stands in the graph once. */
    String number(double value) {
        return numbers.computeIfAbsent(
                value, key -> tensor("number_" + numbers.size(), Tensor.of(Shape.SCALAR, value)));
    }

    private int type() {
        return (precision == Precision.FLOAT32 ? TensorProto.DataType.FLOAT : TensorProto.DataType.DOUBLE).getNumber();
    }

    private static ByteString bytes(Tensor tensor) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            NumberWriter.write(bytes, tensor);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return ByteString.copyFrom(bytes.toByteArray());
    }

    /** The finished graph from an input of this name to a result, which is renamed. */
    GraphProto finish(String input, int inputs, String result, String output, int outputs) {
        graph.addNode(NodeProto.newBuilder()
                .setName(output)
                .setOpType("Identity")
                .addInput(result)
                .addOutput(output));
        return graph.addInput(value(input, inputs))
                .addOutput(value(output, outputs))
                .build();
    }

    private ValueInfoProto value(String name, int width) {
        TensorShapeProto shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("batch"))
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(width))
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type())
                                .setShape(shape)))
                .build();
    }
}
