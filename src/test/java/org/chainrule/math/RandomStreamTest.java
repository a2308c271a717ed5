package org.chainrule.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    /** The test vector of SplitMix64 for seed 1234567, https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64. */
    @Test
    void givesThePublishedBits() {
        RandomStream random = new Seed(1234567).stream();
        for (String published : new String[] {
            "6457827717110365317",
            "3203168211198807973",
            "9817491932198370423",
            "4593380528125082431",
            "16408922859458223821"
        }) {
            assertEquals(published, Long.toUnsignedString(random.nextLong()));
        }
    }

    /** The JDK has the same algorithm in its SplittableRandom. */
    @Test
    void givesTheBitsOfTheJdk() {
        for (long seed : new long[] {0, 1, -1, 42, Long.MIN_VALUE}) {
            RandomStream ours = new Seed(seed).stream();
            SplittableRandom jdk = new SplittableRandom(seed);
            for (int i = 0; i < 1000; i++) {
                assertEquals(jdk.nextLong(), ours.nextLong());
            }
        }
    }

    /** Computed with the same formulas in Python 3. */
    @Test
    void givesTheNumbersOfAnIndependentProgram() {
        RandomStream uniform = new Seed(42).stream();
        assertEquals(0.7415648787718233, uniform.nextDouble());
        assertEquals(0.1599103928769201, uniform.nextDouble());
        RandomStream normal = new Seed(42).stream();
        for (double expected : new double[] {
            0.49295065581737485, -0.6940056672160174, -1.2810773478777024, -0.901557193497174, -0.6018779810957331
        }) {
            assertEquals(expected, normal.nextNormal(), 1e-15);
        }
    }

    /** The first four moments of N(0, 1) are 0, 1, 0 and 3; 68.27 % lie within one standard deviation. */
    @Test
    void normalNumbersAreNormal() {
        int n = 400_000;
        RandomStream random = new Seed(7).stream();
        double[] moments = new double[5];
        int within = 0;
        for (int i = 0; i < n; i++) {
            double z = random.nextNormal();
            for (int power = 1; power <= 4; power++) {
                moments[power] += Math.pow(z, power) / n;
            }
            within += Math.abs(z) < 1 ? 1 : 0;
        }
        assertArrayEquals(new double[] {0, 0, 1, 0, 3}, moments, 0.05);
        assertEquals(0.6827, (double) within / n, 0.004);
    }

    @Test
    void uniformNumbersFillTheInterval() {
        RandomStream random = new Seed(3).stream();
        int[] tenths = new int[10];
        for (int i = 0; i < 100_000; i++) {
            tenths[(int) (10 * random.nextDouble())]++;
        }
        assertTrue(Arrays.stream(tenths).allMatch(count -> Math.abs(count - 10_000) < 400), Arrays.toString(tenths));
        double u = random.nextUniform(-3, -2);
        assertTrue(u >= -3 && u < -2, "" + u);
    }

    @Test
    void permutationsHoldEveryNumberOnceAndAllOrdersAreEquallyLikely() {
        int[] sorted = new Seed(5).stream().permutation(1000);
        assertNotEquals(0, Arrays.compare(IntStream.range(0, 1000).toArray(), sorted));
        Arrays.sort(sorted);
        assertArrayEquals(IntStream.range(0, 1000).toArray(), sorted);

        RandomStream random = new Seed(6).stream();
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < 60_000; i++) {
            counts.merge(Arrays.toString(random.permutation(3)), 1, Integer::sum);
        }
        assertEquals(6, counts.size());
        assertTrue(counts.values().stream().allMatch(count -> Math.abs(count - 10_000) < 400), counts.toString());
    }

    @Test
    void aBoundLargerThanHalfTheLongsIsStillMet() {
        RandomStream random = new Seed(8).stream();
        assertTrue(IntStream.range(0, 1000)
                .map(i -> random.nextInt(Integer.MAX_VALUE))
                .allMatch(i -> i >= 0));
        assertTrue(IntStream.range(0, 1000).map(i -> random.nextInt(1)).allMatch(i -> i == 0));
    }

    @Test
    void derivedSeedsDifferAndRepeat() {
        Set<Seed> seeds = new HashSet<>();
        for (long value = 0; value < 100; value++) {
            for (long index = 0; index < 100; index++) {
                seeds.add(new Seed(value).derive(index));
            }
        }
        assertEquals(10_000, seeds.size());
        assertEquals(new Seed(1).derive(2), new Seed(1).derive(2));
    }
}
