package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.kernel.BaseKernel;

/** Stands for IJava's own main class, which is in no repository: where it keeps the kernel that runs, if one does. */
public final class IJava {
    private static BaseKernel running;

    private IJava() {}

    /** As in IJava. */
    public static BaseKernel getKernelInstance() {
        return running;
    }

    /** For tests: this kernel runs, or none. */
    public static void run(BaseKernel kernel) {
        running = kernel;
    }
}
