package org.chainrule.export;

import java.util.List;
import java.util.Optional;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterBlock.Kind;

/**
 * The blocks of parameters of one layer, as a file has them: held against what the layer needs.
 *
 * @param list in the order of the layer
 */
record Blocks(List<ParameterBlock> list) {
    /** Any number of rows or columns. */
    static final int ANY = -1;

    ParameterBlock get(int index) {
        if (index >= list.size()) {
            throw new IllegalArgumentException("it has " + list.size() + " blocks of parameters, which is too few");
        }
        return list.get(index);
    }

    void check(int index, Kind kind, int rows, int columns) {
        ParameterBlock block = get(index);
        boolean fits = block.kind() == kind
                && (rows == ANY || rows == block.rows())
                && (columns == ANY || columns == block.columns());
        if (!fits) {
            throw new IllegalArgumentException("parameters[" + index + "] are " + block.kind() + " of " + block.rows()
                    + "×" + block.columns() + ", but it needs " + kind + " of " + count(rows) + "×" + count(columns));
        }
    }

    private static String count(int number) {
        return number == ANY ? "any" : Integer.toString(number);
    }

    /** A last block of one column that need not be there. */
    Optional<ParameterBlock> optional(int index, Kind kind, int rows) {
        if (list.size() > index + 1) {
            throw new IllegalArgumentException("it has " + list.size() + " blocks of parameters, which is too many");
        }
        if (list.size() == index) {
            return Optional.empty();
        }
        check(index, kind, rows, 1);
        return Optional.of(get(index));
    }

    void checkNone() {
        if (!list.isEmpty()) {
            throw new IllegalArgumentException("it has parameters, but a layer of this type has none");
        }
    }

    /** W gates·units × features, U gates·units × units, biases if there are any, and so many states before the first step if there are any. */
    void checkRecurrent(int features, int gates, int states) {
        int size = get(1).columns();
        check(0, Kind.WEIGHTS, gates * size, features);
        check(1, Kind.WEIGHTS, gates * size, size);
        int end =
                list.size() > 2 && list.get(list.size() - 1).kind() == Kind.STATES ? list.size() - states : list.size();
        for (int i = end; i < list.size(); i++) {
            check(i, Kind.STATES, size, 1);
        }
        new Blocks(list.subList(0, end)).optional(2, Kind.BIASES, gates * size);
    }
}
