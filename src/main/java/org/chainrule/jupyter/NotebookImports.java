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
                "import java.math.*;",
                "import java.io.*;",
                "import java.nio.file.*;",
                "import java.time.*;",
                "import java.text.*;",
                "import org.knowm.xchart.*;",
                "import tech.tablesaw.api.*;",
                "import static org.chainrule.Chainrule.*;");
    }
}
