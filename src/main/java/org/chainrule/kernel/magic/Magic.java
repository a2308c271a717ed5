package org.chainrule.kernel.magic;

import java.util.List;
import java.util.Optional;
import org.chainrule.kernel.cell.Cell;
import org.chainrule.kernel.cell.CellException;

/** A magic: what it does with the words behind its name and the code that it applies to. */
interface Magic {
    Optional<Object> run(List<String> arguments, Cell code, CellRunner runner) throws CellException;
}
