package org.wengert.tape;

/** Makes the vector kernels; a class of its own, so that nothing else links the incubator module. */
final class VectorKernels {
    private VectorKernels() {}

    static Kernels<double[]> float64(Workers workers, boolean everything) {
        return new VectorFloat64Kernels(new Float64Product(workers), everything);
    }

    static Kernels<float[]> float32(Workers workers, boolean everything) {
        return new VectorFloat32Kernels(new Float32Product(workers), everything);
    }
}
