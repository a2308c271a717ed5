package org.chainrule.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.chainrule.math.Kernels;
import org.chainrule.math.MatrixProduct;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The three products of a dense layer, of every shape that the workloads have; {@code flops} counts 2 per multiplication. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class ProductBenchmark {
    /** Samples × inputs × units of the layer. */
    @Param({
        "1x2x2",
        "10x16x16",
        "500x16x16",
        "500x16x2",
        "32x64x64",
        "32x64x32",
        "32x32x10",
        "64x784x128",
        "64x128x64",
        "128x784x1024",
        "128x1024x1024",
        "128x1024x10"
    })
    public String shape;

    private int samples;
    private int inputs;
    private int units;
    private double[] x;
    private double[] w;
    private double[] z;
    private final MatrixProduct product = Kernels.fastest().product();

    /** Makes matrices of small numbers, the sums of which stay small for long. */
    @Setup
    public void fill() {
        String[] sizes = shape.split("x");
        samples = Integer.parseInt(sizes[0]);
        inputs = Integer.parseInt(sizes[1]);
        units = Integer.parseInt(sizes[2]);
        Random random = new Random(1);
        x = random.doubles((long) samples * inputs, -1, 1).toArray();
        w = random.doubles((long) units * inputs, -1, 1).toArray();
        z = random.doubles((long) samples * units, -1, 1).toArray();
    }

    /** How many floating-point operations were done. */
    @State(Scope.Thread)
    @AuxCounters
    public static class Counter {
        /** Two per multiplication with addition. */
        public long flops;
    }

    /**
     * z += x · wᵀ.
     *
     * @param counter of operations
     */
    @Benchmark
    public void forward(Counter counter) {
        product.left(x, 0, inputs)
                .rightTransposed(w, 0, inputs)
                .addTo(z, 0, units)
                .run(samples, units, inputs);
        count(counter);
    }

    /**
     * dC/dw += δᵀ · x.
     *
     * @param counter of operations
     */
    @Benchmark
    public void weightGradient(Counter counter) {
        product.leftTransposed(z, 0, units)
                .right(x, 0, inputs)
                .addTo(w, 0, inputs)
                .run(units, inputs, samples);
        count(counter);
    }

    /**
     * dC/dx += δ · w.
     *
     * @param counter of operations
     */
    @Benchmark
    public void inputGradient(Counter counter) {
        product.left(z, 0, units).right(w, 0, inputs).addTo(x, 0, inputs).run(samples, inputs, units);
        count(counter);
    }

    private void count(Counter counter) {
        counter.flops += 2L * samples * inputs * units;
    }
}
