package org.wengert.tape;

/** Makes the vector kernels; a class of its own, so that nothing else links the incubator module. */
final class VectorKernels {
    private VectorKernels() {}

    static Kernels<double[]> float64(Workers workers) {
        return new VectorFloat64Kernels(new Float64Product(workers));
    }

    static Kernels<float[]> float32(Workers workers) {
        return new VectorFloat32Kernels(new Float32Product(workers));
    }
}
