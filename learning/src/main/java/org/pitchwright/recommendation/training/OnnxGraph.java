package org.pitchwright.recommendation.training;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.pitchwright.recommendation.artifact.ByteMatrix;
import org.pitchwright.recommendation.artifact.FloatMatrix;

/** Builds an ONNX graph node by node (opset 17, IR version 8). */
final class OnnxGraph {

  private static final int OPSET = 17;
  private static final int IR_VERSION = 8;

  private final OnnxMl.GraphProto.Builder graph = OnnxMl.GraphProto.newBuilder();
  private int names;

  OnnxGraph(String name) {
    graph.setName(name);
  }

  /** Declares an input of floats; a size below 0 is left open under a name of its own. */
  String input(String name, long... shape) {
    graph.addInput(value(name, shape));
    return name;
  }

  /** Gives a value a second name. */
  void alias(String value, String name) {
    graph.addNode(
        OnnxMl.NodeProto.newBuilder().setOpType("Identity").addInput(value).addOutput(name));
  }

  /** Gives a value its name as an output of the graph. */
  void output(String value, String name, long... shape) {
    alias(value, name);
    graph.addOutput(value(name, shape));
  }

  /** A constant array of floats. */
  String floats(String name, float[] values, long... shape) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return tensor(name, OnnxMl.TensorProto.DataType.FLOAT, bytes, shape);
  }

  /**
   * A constant matrix of 8-bit integers with a scale for each column, which the runtime turns into
   * floats when it loads the graph.
   */
  String small(String name, float[] values, int rows, int columns) {
    ByteMatrix turned = ByteMatrix.of(new FloatMatrix(rows, columns, values).transposed());
    byte[] bytes = new byte[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        bytes[row * columns + column] = turned.values()[column * rows + row];
      }
    }
    String integers = name + ".i8";
    tensor(integers, OnnxMl.TensorProto.DataType.INT8, ByteBuffer.wrap(bytes), rows, columns);
    String scales = floats(name + ".scales", turned.scales(), columns);
    return node("DequantizeLinear", List.of(integers, scales), attribute("axis", 1L));
  }

  /** A constant array of integers. */
  String integers(String name, long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return tensor(name, OnnxMl.TensorProto.DataType.INT64, bytes, values.length);
  }

  private String tensor(
      String name, OnnxMl.TensorProto.DataType type, ByteBuffer bytes, long... shape) {
    OnnxMl.TensorProto.Builder tensor =
        OnnxMl.TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(bytes.array()));
    Arrays.stream(shape).forEach(tensor::addDims);
    graph.addInitializer(tensor);
    return name;
  }

  /** Adds an operation with one output and gives the output's name. */
  String node(String operation, List<String> inputs, OnnxMl.AttributeProto... attributes) {
    String output = operation + "_" + names++;
    graph.addNode(
        OnnxMl.NodeProto.newBuilder()
            .setOpType(operation)
            .setName(output)
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(Arrays.asList(attributes)));
    return output;
  }

  static OnnxMl.AttributeProto attribute(String name, long value) {
    return OnnxMl.AttributeProto.newBuilder()
        .setName(name)
        .setType(OnnxMl.AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static OnnxMl.AttributeProto attribute(String name, float value) {
    return OnnxMl.AttributeProto.newBuilder()
        .setName(name)
        .setType(OnnxMl.AttributeProto.AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  static OnnxMl.AttributeProto attribute(String name, List<Long> values) {
    return OnnxMl.AttributeProto.newBuilder()
        .setName(name)
        .setType(OnnxMl.AttributeProto.AttributeType.INTS)
        .addAllInts(values)
        .build();
  }

  private static OnnxMl.ValueInfoProto value(String name, long... shape) {
    OnnxMl.TensorShapeProto.Builder sizes = OnnxMl.TensorShapeProto.newBuilder();
    for (int axis = 0; axis < shape.length; axis++) {
      OnnxMl.TensorShapeProto.Dimension.Builder size =
          OnnxMl.TensorShapeProto.Dimension.newBuilder();
      sizes.addDim(
          shape[axis] < 0
              ? size.setDimParam("axis" + -shape[axis])
              : size.setDimValue(shape[axis]));
    }
    OnnxMl.TypeProto.Tensor tensor =
        OnnxMl.TypeProto.Tensor.newBuilder()
            .setElemType(OnnxMl.TensorProto.DataType.FLOAT.getNumber())
            .setShape(sizes)
            .build();
    return OnnxMl.ValueInfoProto.newBuilder()
        .setName(name)
        .setType(OnnxMl.TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  /** The serialised model. */
  byte[] toBytes() {
    return OnnxMl.ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName("pitchwright")
        .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
        .setGraph(graph)
        .build()
        .toByteArray();
  }
}
