package org.chainrule.kernel;

import java.util.concurrent.CompletableFuture;
import org.chainrule.kernel.comm.Comms;
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

    @SuppressWarnings("unchecked") // users' code belongs to widgets that cells have made
    private void runAsCell(Comms.Reaction reaction, Runnable afterwards) {
        CellEvaluator evaluator = engine.join().evaluator();
        session.answerTo((Message<ExecuteRequest>) reaction.comm().origin());
        evaluator.begin(CALLBACK, this::show);
        evaluator.interrupter().begin();
        try {
            evaluator.call(CALLBACK, () -> {
                reaction.code().run();
                return null;
            });
        } catch (CellException error) {
            show(error);
        } finally {
            evaluator.interrupter().end();
            publisher.streams().flush();
            afterwards.run();
        }
    }

    private void runBeside(Comms.Reaction reaction, Runnable afterwards) {
        publisher.inReplyTo(reaction.comm().origin(), () -> {
            try {
                reaction.code().run();
            } catch (Throwable failed) { // an Error is shown like any other and does not end this thread
                show(engine.join().evaluator().describe(failed, CALLBACK));
            } finally {
                publisher.streams().flush();
                afterwards.run();
            }
            return null;
        });
    }

    private void show(CellException error) {
        session.showError(error);
        publisher.streams().flush();
    }
}
