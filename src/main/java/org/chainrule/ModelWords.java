package org.chainrule;

import java.nio.file.Path;
import org.chainrule.data.Preprocessing;
import org.chainrule.export.ModelFile;
import org.chainrule.export.SavedModel;
import org.chainrule.network.Network;
import org.chainrule.training.TrainingRun;

/** The words for what is done with whole networks, part of {@link Chainrule}: saving and loading. */
public abstract sealed class ModelWords extends OptimizerWords permits Chainrule {
    ModelWords() {}

    /**
     * Saves a network as a readable JSON file, exact to the bit; a file of that name is replaced.
     *
     * @param network any network without functions of your own
     * @param file such as {@code "xor.json"}
     */
    public static void save(Network network, String file) {
        ModelFile.write(SavedModel.of(network), Path.of(file));
    }

    /**
     * Saves a network with the preprocessing of its inputs: {@code load(file).forward(…)} applies it.
     *
     * @param network any network without functions of your own
     * @param fitted what its inputs go through
     * @param file such as {@code "iris.json"}
     */
    public static void save(Network network, Preprocessing fitted, String file) {
        ModelFile.write(SavedModel.of(network).with(fitted), Path.of(file));
    }

    /**
     * Saves what a training left, network and optimizer with its state: {@code load(file).training()} continues it.
     *
     * @param run any run
     * @param file such as {@code "digits.json"}
     */
    public static void save(TrainingRun run, String file) {
        ModelFile.write(SavedModel.of(run), Path.of(file));
    }

    /**
     * The same with the preprocessing of the inputs.
     *
     * @param run any run
     * @param fitted what the inputs go through
     * @param file such as {@code "digits.json"}
     */
    public static void save(TrainingRun run, Preprocessing fitted, String file) {
        ModelFile.write(SavedModel.of(run).with(fitted), Path.of(file));
    }

    /**
     * Loads what was saved: {@code load("xor.json").network()}.
     *
     * @param file written by {@code save(…)}
     * @return the network, and what was saved with it
     * @throws IllegalArgumentException if there is no such file, or it is not complete and consistent
     */
    public static SavedModel load(String file) {
        return ModelFile.read(Path.of(file));
    }
}
