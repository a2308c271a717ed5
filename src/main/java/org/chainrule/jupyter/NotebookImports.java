package org.chainrule.jupyter;

import java.util.List;

/** What every cell can name without an import of its own, whichever kernel runs it. */
public final class NotebookImports {
    private NotebookImports() {}

    /**
     * The import declarations.
     *
     * @return each as one statement with its semicolon
     */
    public static List<String> all() {
        return List.of(
                "import java.util.*;",
                "import java.util.function.*;",
                "import java.util.stream.*;",
                "import java.util.concurrent.*;",
                "import java.util.regex.*;",
                "import java.math.*;",
                "import java.io.*;",
                "import java.net.*;",
                "import java.nio.file.*;",
                "import java.time.*;",
                "import java.text.*;",
                "import org.knowm.xchart.*;",
                "import tech.tablesaw.api.*;",
                "import org.chainrule.activation.*;",
                "import org.chainrule.chart.*;",
                "import org.chainrule.check.*;",
                "import org.chainrule.clipping.*;",
                "import org.chainrule.data.*;",
                "import org.chainrule.diagram.*;",
                "import org.chainrule.explain.*;",
                "import org.chainrule.export.*;",
                "import org.chainrule.initializer.*;",
                "import org.chainrule.layer.*;",
                "import org.chainrule.loss.*;",
                "import org.chainrule.math.*;",
                "import org.chainrule.metric.*;",
                "import org.chainrule.network.*;",
                "import org.chainrule.optimizer.*;",
                "import org.chainrule.parameter.*;",
                "import org.chainrule.regularizer.*;",
                "import org.chainrule.schedule.*;",
                "import org.chainrule.training.*;",
                "import org.chainrule.widget.*;",
                "import static org.chainrule.Chainrule.*;");
    }
}
