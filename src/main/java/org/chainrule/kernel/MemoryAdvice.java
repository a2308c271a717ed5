package org.chainrule.kernel;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.chainrule.kernel.cell.CellException;
import org.chainrule.kernel.evaluation.Variables;
import org.chainrule.kernel.memory.MemoryReserve;
import org.chainrule.kernel.memory.SizeEstimate;

/** What to do when memory is full: which variables hold it, and how they are freed. */
final class MemoryAdvice {
    private static final int NAMED = 3;
    private static final int LARGE_PART = 20;
    private static final double MEGABYTE = 1 << 20;

    private final Variables variables;

    MemoryAdvice(Variables variables) {
        this.variables = variables;
    }

    /** The same error with the advice below, if it tells of missing memory. */
    CellException addTo(CellException error) {
        boolean outOfMemory =
                error.lines().stream().anyMatch(line -> line.contains(OutOfMemoryError.class.getSimpleName()));
        return outOfMemory ? error.with("  " + advice()) : error;
    }

    private String advice() {
        String limit = "The kernel has " + megabytes(MemoryReserve.max()) + " (-Xmx in kernel.json)";
        try {
            List<Map.Entry<String, Long>> large = large();
            if (large.isEmpty()) {
                return limit + ", and no variable holds much of it: the cell asked for too much at once.";
            }
            String first = large.get(0).getKey();
            return limit + ", of which " + held(large) + "; free what you do not need, as with " + first
                    + " = null; or everything with %reset.";
        } catch (OutOfMemoryError | RuntimeException notEvenForThat) { // a collection that a thread still changes
            return limit + "; %who lists the variables, %reset forgets them.";
        }
    }

    private List<Map.Entry<String, Long>> large() {
        return variables.values().entrySet().stream()
                .map(variable -> Map.entry(variable.getKey(), SizeEstimate.of(variable.getValue())))
                .filter(variable -> variable.getValue() > MemoryReserve.max() / LARGE_PART)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(NAMED)
                .toList();
    }

    private static String held(List<Map.Entry<String, Long>> large) {
        return large.stream()
                .map(variable -> variable.getKey() + " holds about " + megabytes(variable.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.0f MB", bytes / MEGABYTE);
    }
}
