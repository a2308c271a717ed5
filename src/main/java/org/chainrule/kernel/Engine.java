package org.chainrule.kernel;

/** What evaluates cells and knows about code; starting it takes about a second, so it starts beside the sockets. */
final class Engine implements AutoCloseable {
    private final CellEvaluator evaluator;
    private final CellRunner runner;
    private final Startup startup;
    private final CellCompletion completion;
    private final CellInspection inspection;

    Engine(CapturingExecutionControl control, Interrupter interrupter) {
        evaluator = new CellEvaluator(control, interrupter);
        Magics magics = new Magics(evaluator);
        runner = new CellRunner(evaluator, magics);
        startup = new Startup(System.getenv(), runner);
        completion = new CellCompletion(evaluator.shell(), new MagicCompletion(magics.names()));
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
