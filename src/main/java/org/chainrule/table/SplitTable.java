package org.chainrule.table;

import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.data.Batches;
import org.chainrule.data.ClassTargets;
import org.chainrule.data.Dataset;
import org.chainrule.data.Split;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** How data sets are divided, as tables: in parts and in batches. */
public final class SplitTable {
    /** With more classes the samples of each class are not counted: {@value}. */
    public static final int MOST_CLASSES = 12;

    private SplitTable() {}

    /**
     * One row per part: its samples, their share and, of classes, the samples of each class.
     *
     * @param split any split
     * @return a new table
     */
    public static Table of(Split split) {
        boolean three = split.hasValidation();
        List<Dataset> parts = three
                ? List.of(split.training(), split.validation(), split.test())
                : List.of(split.training(), split.test());
        double all = parts.stream().mapToInt(Dataset::size).sum();
        Table table = Table.create(
                "Split of " + split.training().name(),
                StringColumn.create(
                        "part", three ? List.of("training", "validation", "test") : List.of("training", "test")),
                IntColumn.create("samples", parts.stream().mapToInt(Dataset::size)),
                DoubleColumn.create("share", parts.stream().mapToDouble(part -> part.size() / all)));
        if (split.training().targets() instanceof ClassTargets targets
                && targets.classes().size() <= MOST_CLASSES) {
            IntStream.range(0, targets.classes().size())
                    .forEach(label -> table.addColumns(counts(targets.classes().get(label), label, parts)));
        }
        return table;
    }

    private static IntColumn counts(String name, int label, List<Dataset> parts) {
        return IntColumn.create(
                name, parts.stream().map(part -> (ClassTargets) part.targets()).mapToInt(targets -> (int)
                        targets.labels().stream().filter(each -> each == label).count()));
    }

    /**
     * What the batches of an epoch are like: samples, batch size, updates, the size of the last batch and the order.
     *
     * @param batches any batches
     * @return a new table of two columns
     */
    public static Table of(Batches batches) {
        int samples = batches.data().size();
        int updates = batches.updatesPerEpoch();
        return Table.create(
                "Batches of " + batches.data().name(),
                StringColumn.create(
                        "quantity", "samples", "batch size", "updates per epoch", "samples of the last batch", "order"),
                StringColumn.create(
                        "value",
                        Integer.toString(samples),
                        Integer.toString(batches.size()),
                        Integer.toString(updates),
                        Integer.toString(samples - (updates - 1) * batches.size()),
                        batches.seed()
                                .map(seed -> "new in every epoch, by " + seed)
                                .orElse("that of the data")));
    }
}
