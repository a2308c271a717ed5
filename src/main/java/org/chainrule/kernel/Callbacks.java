package org.chainrule.kernel;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.chainrule.kernel.cell.Cell;
import org.chainrule.kernel.cell.CellException;
import org.chainrule.kernel.comm.Comm;
import org.chainrule.kernel.comm.Comms;
import org.chainrule.kernel.evaluation.CellEvaluator;
import org.chainrule.kernel.evaluation.Interrupter;
import org.chainrule.kernel.evaluation.StoppableCode;
import org.chainrule.kernel.protocol.Publisher;
import org.chainrule.kernel.protocol.WorkQueue;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;

/**
 * Runs the callbacks of widgets: as a cell is run while no cell runs, else beside it on a thread of their own, so that a
 * button can stop a training.
 *
 * <p>What they show and print, and their errors, stand below the cell that made the widget.
 */
final class Callbacks {
    private static final Cell CALLBACK = new Cell("a callback of a widget", "");

    private final CompletableFuture<Engine> engine;
    private final Publisher publisher;
    private final Session session;
    private final WorkQueue cells;
    private final WorkQueue beside;
    private final Interrupter interrupter = new Interrupter(new StoppableCode());
    /** Where widgets have failed already: a slider fails at every position of the same cause, which is said once. */
    private final Map<Comm, Set<String>> reported = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * @param cells the queue of the cells
     * @param beside a queue on a thread of its own
     */
    Callbacks(
            CompletableFuture<Engine> engine, Publisher publisher, Session session, WorkQueue cells, WorkQueue beside) {
        this.engine = engine;
        this.publisher = publisher;
        this.session = session;
        this.cells = cells;
        this.beside = beside;
    }

    /** Runs code when it is its turn, and then what is to follow, whatever becomes of the code. */
    void run(Comms.Reaction reaction, Runnable afterwards) {
        if (!cells.addIfIdle(() -> runAsCell(reaction, afterwards))) {
            beside.add(() -> runBeside(reaction, afterwards));
        }
    }

    /** Stops the callback that runs beside a cell, if there is one. */
    void interrupt() {
        interrupter.interrupt();
    }

    @SuppressWarnings("unchecked") // users' code belongs to widgets that cells have made
    private void runAsCell(Comms.Reaction reaction, Runnable afterwards) {
        session.answerTo((Message<ExecuteRequest>) reaction.comm().origin());
        run(reaction, engine.join().evaluator().interrupter(), afterwards);
    }

    private void runBeside(Comms.Reaction reaction, Runnable afterwards) {
        publisher.inReplyTo(reaction.comm().origin(), () -> {
            run(reaction, interrupter, afterwards);
            return null;
        });
    }

    private void run(Comms.Reaction reaction, Interrupter stoppedBy, Runnable afterwards) {
        CellEvaluator evaluator = engine.join().evaluator();
        stoppedBy.begin();
        try {
            evaluator.begin(stoppedBy, CALLBACK, error -> report(reaction.comm(), error));
            evaluator.call(stoppedBy, CALLBACK, () -> {
                reaction.code().run();
                return null;
            });
        } catch (CellException error) {
            report(reaction.comm(), error);
        } finally {
            stoppedBy.end();
            publisher.streams().flush();
            afterwards.run();
        }
    }

    private void report(Comm comm, CellException error) {
        Set<String> before = reported.computeIfAbsent(comm, any -> ConcurrentHashMap.newKeySet());
        if (error.isInterrupt()) {
            show(error);
        } else if (before.add(error.cause())) {
            show(error.with("  shown once; run the cell of the widget again when this is mended"));
        }
    }

    private void show(CellException error) {
        session.showError(error);
        publisher.streams().flush();
    }
}
