package org.chainrule.bench;

import java.util.concurrent.TimeUnit;
import org.chainrule.training.Training;
import org.chainrule.training.TrainingRun;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Training steps per second of every workload, through {@code training(net)}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class TrainingBenchmark {
    private static final int STEPS = 200;

    /** Which training. */
    @Param
    public Workload workload;

    /** At most so many threads. */
    @Param({"1", "2"})
    public int threads;

    private Training training;

    /** Describes the training. */
    @Setup
    public void describe() {
        training = workload.describe().epochs(STEPS).threads(threads);
    }

    /**
     * A training of two hundred steps.
     *
     * @return the trained network
     */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public TrainingRun step() {
        return training.run();
    }
}
