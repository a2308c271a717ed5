package org.chainrule.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.DoubleStream;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterBlock.Kind;

/** The one array of parameters of a network while it grows, block by block. */
final class BlockStore {
    private final List<double[]> values = new ArrayList<>();
    private int size;

    /** Where the next block starts. */
    int size() {
        return size;
    }

    /** Adds a block that starts at {@link #size()}. */
    ParameterBlock add(ParameterBlock block, double[] start) {
        values.add(start);
        size = block.end();
        return block;
    }

    /** Adds a block of which nothing is frozen, or all if it holds states or statistics. */
    ParameterBlock add(Kind kind, int rows, Names names, double[] start) {
        BitSet frozen = new BitSet();
        frozen.set(0, start.length, kind == Kind.STATES || kind == Kind.STATISTICS);
        return add(new ParameterBlock(kind, size, rows, start.length / rows, names, frozen), start);
    }

    double[] toArray() {
        return values.stream().flatMapToDouble(DoubleStream::of).toArray();
    }
}
