package org.chainrule.layer;

import org.chainrule.formula.Require;
import org.chainrule.parameter.Names;

/** How the values of one sample are arranged; in memory they are always one row. */
public sealed interface Shape {
    /**
     * How many values one sample has.
     *
     * @return the length of its row
     */
    int size();

    /**
     * Names for the values in the order of the row: a prefix and their places, counted from 1.
     *
     * @param prefix such as {@code h2_}
     * @return such as {@code h2_3_1_5} for channel 3, row 1, column 5
     */
    Names names(String prefix);

    /**
     * Values without a neighbourhood.
     *
     * @param size how many
     */
    record Flat(int size) implements Shape {
        @Override
        public Names names(String prefix) {
            return Names.numbered(prefix, size);
        }

        @Override
        public String toString() {
            return Integer.toString(size);
        }
    }

    /**
     * An image: channel after channel, each row after row.
     *
     * @param channels at least 1
     * @param height rows, at least 1
     * @param width columns, at least 1
     */
    record Image(int channels, int height, int width) implements Shape {
        public Image {
            if (channels < 1 || height < 1 || width < 1) {
                throw new IllegalArgumentException("image() got " + channels + "×" + height + "×" + width
                        + ", but it needs at least 1 channel, 1 row and 1 column.");
            }
            Require.size("an image", channels, height, width);
        }

        @Override
        public int size() {
            return channels * height * width;
        }

        @Override
        public Names names(String prefix) {
            return Names.grid(prefix, channels, height, width);
        }

        @Override
        public String toString() {
            return channels + "×" + height + "×" + width;
        }
    }

    /**
     * A sequence: step after step.
     *
     * @param steps T, at least 1
     * @param features values of each step, at least 1
     */
    record Sequence(int steps, int features) implements Shape {
        public Sequence {
            if (steps < 1 || features < 1) {
                throw new IllegalArgumentException("sequence() got " + steps + " steps of " + features
                        + ", but it needs at least 1 step of 1 feature.");
            }
            Require.size("a sequence", steps, features);
        }

        @Override
        public int size() {
            return steps * features;
        }

        @Override
        public Names names(String prefix) {
            return Names.grid(prefix, steps, features);
        }

        @Override
        public String toString() {
            return steps + "×" + features;
        }
    }
}
