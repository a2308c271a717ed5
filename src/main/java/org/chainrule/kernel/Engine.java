package org.chainrule.kernel;

/** What evaluates cells and knows about code; starting it takes about a second, so it starts beside the sockets. */
final class Engine implements AutoCloseable {
    private final CellEvaluator evaluator = new CellEvaluator();
    private final Magics magics = new Magics(evaluator);
    private final CellRunner runner = new CellRunner(evaluator, magics);
    private final CellCompletion completion =
            new CellCompletion(evaluator.shell().sourceCodeAnalysis(), magics.names());
    private final CellInspection inspection =
            new CellInspection(evaluator.shell().sourceCodeAnalysis(), completion);

    CellEvaluator evaluator() {
        return evaluator;
    }

    CellRunner runner() {
        return runner;
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
