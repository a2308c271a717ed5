package org.chainrule.kernel;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.jupyter.NotebookImports;

/** What every cell can name without an import of its own. */
final class Imports {
    private Imports() {}

    static List<String> all() {
        List<String> all = new ArrayList<>(NotebookImports.all());
        all.add("import static org.chainrule.kernel.Notebook.*;");
        return all;
    }
}
