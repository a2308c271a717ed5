package org.chainrule.network;

import org.chainrule.math.Half;
import org.chainrule.math.TwoThreads;

/**
 * A pass on two threads: each takes half of the samples through all layers forward, and back again; then each computes half of the
 * gradients, for all samples.
 *
 * <p>No sum is cut, so the bits are those of one thread. It is for layers that look at one sample at a time, as
 * {@link org.chainrule.layer.Layer#takesSamplesApart()} says.
 */
final class HalvedPass extends Pass {
    private final TwoThreads threads;
    private final Pass first;
    private final Pass second;

    HalvedPass(Pass whole, int samples, TwoThreads threads) {
        super(whole, samples);
        this.threads = threads;
        this.first = whole.sharing(Half.FIRST.to(samples));
        this.second = whole.sharing(samples - Half.SECOND.from(samples));
    }

    @Override
    void run() {
        threads.run(this::forward);
    }

    private void forward(Half half) {
        Pass part = part(half);
        take(input(), part.input(), half);
        part.run();
        for (int i = 0; i < layers(); i++) {
            put(part.buffers(i).preActivation(), buffers(i).preActivation(), half);
            put(part.buffers(i).output(), buffers(i).output(), half);
        }
    }

    @Override
    public void backward(double[] target) {
        outputDelta(target);
        threads.run(this::deltas);
        threads.run(this::gradients);
    }

    private void deltas(Half half) {
        Pass part = part(half);
        int last = layers() - 1;
        take(buffers(last).delta(), part.buffers(last).delta(), half);
        part.deltas();
        for (int i = 0; i < last; i++) {
            put(part.buffers(i).delta(), buffers(i).delta(), half);
        }
    }

    private Pass part(Half half) {
        return half == Half.FIRST ? first : second;
    }

    /** Copies the rows of a half out of those of all samples. */
    private static void take(double[] whole, double[] part, Half half) {
        System.arraycopy(whole, half == Half.FIRST ? 0 : whole.length - part.length, part, 0, part.length);
    }

    /** Copies the rows of a half to their place among those of all samples. */
    private static void put(double[] part, double[] whole, Half half) {
        System.arraycopy(part, 0, whole, half == Half.FIRST ? 0 : whole.length - part.length, part.length);
    }
}
