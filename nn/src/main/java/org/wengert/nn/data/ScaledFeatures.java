package org.wengert.nn.data;

/** Inputs scaled as they are read, so that stored bytes stay bytes. */
record ScaledFeatures(Features raw, Scaler scaler) implements Features {
    @Override
    public int count() {
        return raw.count();
    }

    @Override
    public int width() {
        return raw.width();
    }

    @Override
    public void read(int sample, double[] into, int at) {
        raw.read(sample, into, at);
        scaler.scale(into, at);
    }
}
