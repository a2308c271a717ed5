package org.chainrule.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.math.RandomStream;
import org.chainrule.math.Seed;

/** Cuts sample numbers into parts. */
final class Shares {
    private Shares() {}

    /** Cuts an order into parts of the given shares; the rest is the last part. */
    static List<int[]> cut(String call, int[] order, double... shares) {
        List<int[]> parts = cutAnySize(order, shares);
        check(call, order.length, parts, shares);
        return parts;
    }

    /** Cuts the samples of each class on their own and mixes the classes again. */
    static List<int[]> cutEachClass(String call, List<Integer> labels, Seed seed, double... shares) {
        RandomStream random = seed.stream();
        List<int[]> parts = new ArrayList<>();
        for (int label : labels.stream().distinct().sorted().toList()) {
            int[] members = IntStream.range(0, labels.size())
                    .filter(i -> labels.get(i) == label)
                    .toArray();
            List<int[]> more = cutAnySize(pick(members, random.permutation(members.length)), shares);
            for (int part = 0; part < more.size(); part++) {
                int[] before = part < parts.size() ? parts.remove(part) : new int[0];
                parts.add(
                        part,
                        IntStream.concat(Arrays.stream(before), Arrays.stream(more.get(part)))
                                .toArray());
            }
        }
        check(call, labels.size(), parts, shares);
        return parts.stream()
                .map(part -> pick(part, random.permutation(part.length)))
                .toList();
    }

    private static List<int[]> cutAnySize(int[] order, double... shares) {
        List<int[]> parts = new ArrayList<>();
        double share = 0;
        int start = 0;
        for (double each : shares) {
            share += each;
            int end = (int) Math.min(order.length, Math.max(start, Math.round(share * order.length)));
            parts.add(Arrays.copyOfRange(order, start, end));
            start = end;
        }
        parts.add(Arrays.copyOfRange(order, start, order.length));
        return parts;
    }

    private static int[] pick(int[] from, int... places) {
        return Arrays.stream(places).map(place -> from[place]).toArray();
    }

    private static void check(String call, int samples, List<int[]> parts, double... shares) {
        boolean bad = Arrays.stream(shares).anyMatch(share -> !(share > 0 && share < 1));
        if (bad || parts.stream().anyMatch(part -> part.length == 0)) {
            throw new IllegalArgumentException(call + " got the shares " + Arrays.toString(shares) + " for " + samples
                    + " samples, but each part, also the rest, needs at least one sample; use shares such as 0.8.");
        }
    }
}
