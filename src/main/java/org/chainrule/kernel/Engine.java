package org.chainrule.kernel;

import org.chainrule.kernel.completion.CellCompletion;
import org.chainrule.kernel.completion.MagicCompletion;
import org.chainrule.kernel.evaluation.CapturingExecutionControl;
import org.chainrule.kernel.evaluation.CellEvaluator;
import org.chainrule.kernel.evaluation.Interrupter;
import org.chainrule.kernel.inspection.CellInspection;
import org.chainrule.kernel.inspection.JavadocSources;
import org.chainrule.kernel.magic.CellRunner;
import org.chainrule.kernel.magic.Magics;

/** What evaluates cells and knows about code; starting it takes about a second, so it starts beside the sockets. */
final class Engine implements AutoCloseable {
    private final CellEvaluator evaluator;
    private final CellRunner runner;
    private final Startup startup;
    private final CellCompletion completion;
    private final CellInspection inspection;

    Engine(CapturingExecutionControl control, Interrupter interrupter) {
        evaluator = new CellEvaluator(control, interrupter, Notebook.class);
        Magics magics = new Magics(evaluator);
        runner = new CellRunner(evaluator, magics);
        startup = new Startup(System.getenv(), runner);
        completion = new CellCompletion(
                evaluator.shell(), new MagicCompletion(magics.names()), evaluator.variables()::values);
        inspection = new CellInspection(
                evaluator.shell().sourceCodeAnalysis(),
                completion,
                new JavadocSources(evaluator.shell().sourceCodeAnalysis(), evaluator::classPath));
    }

    CellEvaluator evaluator() {
        return evaluator;
    }

    CellRunner runner() {
        return runner;
    }

    Startup startup() {
        return startup;
    }

    CellCompletion completion() {
        return completion;
    }

    CellInspection inspection() {
        return inspection;
    }

    @Override
    public void close() {
        evaluator.close();
    }
}
