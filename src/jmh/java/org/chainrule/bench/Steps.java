package org.chainrule.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import org.chainrule.training.Training;

/**
 * One contender of {@code bench/run}: measures a workload whenever a line with a number of seconds comes in, and answers with
 * training steps per second of processor time.
 */
public final class Steps {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Steps() {}

    /**
     * Runs until the input ends.
     *
     * @param args the title of a workload
     * @throws IOException if the input cannot be read
     */
    public static void main(String[] args) throws IOException {
        Training training = Workload.of(args[0]).describe().threads(1);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        int steps = 1;
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            double seconds = Double.parseDouble(line);
            long done = 0;
            double start = processorSeconds();
            double used = 0;
            while (used < seconds) {
                training.epochs(steps).run();
                done += steps;
                double before = used;
                used = processorSeconds() - start;
                if (used - before < seconds / 2) {
                    steps *= 2; // what a run costs before its first step is not to be seen
                }
            }
            System.out.println(done / used);
        }
    }

    private static double processorSeconds() {
        return SYSTEM.getProcessCpuTime() / 1e9;
    }
}
