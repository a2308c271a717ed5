package org.chainrule.kernel;

import static org.chainrule.Chainrule.diagram;
import static org.chainrule.Chainrule.table;

import java.util.Iterator;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.chainrule.jupyter.Renderers;
import org.chainrule.kernel.evaluation.CellEvaluator;
import org.chainrule.kernel.protocol.WorkQueue;
import org.chainrule.network.Network;

/**
 * Does once what is slow the first time, while nobody waits for a cell: what Java has loaded and compiled by then need not be
 * when the first cell comes. Nothing of it can be seen, and no further step is begun once a cell has come.
 */
final class WarmUp implements WorkQueue.Work {
    private final WorkQueue queue;
    private final BooleanSupplier isIdle;
    private final Iterator<Runnable> steps;

    private WarmUp(WorkQueue queue, BooleanSupplier isIdle, Stream<Runnable> steps) {
        this.queue = queue;
        this.isIdle = isIdle;
        this.steps = steps.iterator();
    }

    /**
     * The compiler, on the thread that runs cells.
     *
     * @param isIdle whether no cell has come yet
     */
    static WarmUp ofCompiler(CellEvaluator evaluator, WorkQueue cells, BooleanSupplier isIdle) {
        return new WarmUp(
                cells,
                isIdle,
                Stream.of(() -> evaluator.analyze(WorkedExample.DECLARATION), evaluator::evaluateNothing));
    }

    /** What draws a network and shows a pass; to be called beside, since it takes a tenth of a second. */
    static void ofPictures(BooleanSupplier isIdle) {
        Network net = WorkedExample.net();
        Stream.<Runnable>of(() -> Renderers.render(net.forward(1, 2)), () -> Renderers.render(diagram(net)))
                .takeWhile(step -> isIdle.getAsBoolean())
                .forEach(Runnable::run);
    }

    /** What Tablesaw looks for in all jars before its first table. */
    static void ofTables(BooleanSupplier isIdle) {
        if (isIdle.getAsBoolean()) {
            table(WorkedExample.net());
        }
    }

    /** One step; the next one goes behind what has arrived meanwhile. */
    @Override
    public void run() {
        try {
            if (isIdle.getAsBoolean() && steps.hasNext()) {
                steps.next().run();
                queue.add(this);
            }
        } catch (IllegalStateException closed) {
            return; // the kernel has ended before it was asked for anything
        }
    }
}
