package org.chainrule.kernel;

import java.util.List;

/** What every cell can name without an import of its own. */
final class Imports {
    private Imports() {}

    static List<String> all() {
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
                "import static org.chainrule.kernel.Notebook.*;",
                "import static org.chainrule.Chainrule.*;");
    }
}
