package org.chainrule.parameter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which parameter is where in a network's one array: the blocks of all layers in order of the forward pass.
 *
 * @param blocks weights and biases, layer by layer
 */
public record ParameterLayout(List<ParameterBlock> blocks) {
    public ParameterLayout {
        blocks = List.copyOf(blocks);
    }

    /**
     * How many parameters there are.
     *
     * @return the sum over all blocks
     */
    public int size() {
        return blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).end();
    }

    /**
     * The block of a parameter.
     *
     * @param index from 0
     * @return its block
     */
    public ParameterBlock blockOf(int index) {
        return blocks.stream()
                .filter(block -> index < block.end())
                .findFirst()
                .orElseThrow(() -> new IndexOutOfBoundsException("parameter " + index + " of " + size()));
    }

    /**
     * The name of a parameter.
     *
     * @param index from 0
     * @return such as {@code w3}
     */
    public String name(int index) {
        ParameterBlock block = blockOf(index);
        return block.names().get(index - block.offset());
    }

    /**
     * Where a parameter is.
     *
     * @param name such as {@code w3}
     * @return its index, or −1 if there is none of that name
     */
    public int indexOf(String name) {
        for (ParameterBlock block : blocks) {
            int index = block.names().indexOf(name);
            if (index >= 0) {
                return block.offset() + index;
            }
        }
        return -1;
    }

    /**
     * Whether updates leave a parameter alone.
     *
     * @param index from 0
     * @return true if frozen
     */
    public boolean isFrozen(int index) {
        return blockOf(index).isFrozen(index);
    }

    /**
     * The order in which people list the parameters: within a block, chosen names sorted with their numbers (w1, w2, w3,
     * w4 however the matrix holds them), generated ones as they are stored.
     *
     * @return indices into the array
     */
    public List<Integer> readingOrder() {
        List<Integer> order = new ArrayList<>(size());
        for (ParameterBlock block : blocks) {
            IntStream.range(block.offset(), block.end())
                    .boxed()
                    .sorted(block.names().isGenerated() ? Comparator.naturalOrder() : byName(block))
                    .forEach(order::add);
        }
        return order;
    }

    private static Comparator<Integer> byName(ParameterBlock block) {
        Comparator<String> byNumber = Comparator.comparing((String name) -> name.replaceAll("\\d+$", ""))
                .thenComparing(String::length)
                .thenComparing(Comparator.naturalOrder());
        return Comparator.comparing(index -> block.names().get(index - block.offset()), byNumber);
    }
}
