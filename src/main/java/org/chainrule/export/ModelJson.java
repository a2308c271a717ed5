package org.chainrule.export;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chainrule.data.Center;
import org.chainrule.data.MinMax;
import org.chainrule.data.Pca;
import org.chainrule.data.Pipeline;
import org.chainrule.data.Preprocessing;
import org.chainrule.data.Standardize;
import org.chainrule.data.Whiten;
import org.chainrule.math.Matrix;
import org.chainrule.optimizer.Optimizer;
import org.chainrule.optimizer.OptimizerState;
import org.chainrule.optimizer.Slot;
import org.chainrule.schedule.Plateau;
import org.chainrule.training.Checkpoint;

/** A saved model as JSON: format and version, then its parts. */
final class ModelJson {
    private static final String FORMAT = "format";
    private static final String VERSION = "version";
    private static final String NETWORK = "network";
    private static final String PREPROCESSING = "preprocessing";
    private static final String OPTIMIZER = "optimizer";
    private static final String STATE = "state";
    private static final String TRAINING = "training";
    private static final String STEPS = "steps";
    private static final String PLATEAU = "plateau";
    private static final String VECTORS = "vectors";

    /** What stands in every file. */
    private static final String NAME = "chainrule";

    private ModelJson() {}

    static JsonObject write(SavedModel model) {
        JsonObject file = new JsonObject();
        file.addProperty(FORMAT, NAME);
        file.addProperty(VERSION, ModelFile.VERSION);
        file.add(NETWORK, NetworkJson.write(model.network()));
        model.preprocessing().ifPresent(fitted -> file.add(PREPROCESSING, Records.write(fitted, Preprocessing.class)));
        model.optimizer().ifPresent(rule -> file.add(OPTIMIZER, Records.write(rule, Optimizer.class)));
        model.state().ifPresent(state -> file.add(STATE, write(state)));
        model.checkpoint().ifPresent(saved -> file.add(TRAINING, TrainingJson.write(saved)));
        return file;
    }

    private static JsonObject write(OptimizerState state) {
        JsonObject object = new JsonObject();
        object.add(STEPS, new JsonPrimitive(state.steps()));
        if (!state.plateau().equals(Plateau.NONE)) {
            object.add(PLATEAU, Records.write(state.plateau(), Plateau.class));
        }
        JsonObject vectors = new JsonObject();
        state.names().forEach(name -> vectors.add(name, Records.numbers(state.vector(name))));
        object.add(VECTORS, vectors);
        return object;
    }

    static SavedModel read(Place file) {
        checkFormat(file);
        file.checkMembers(List.of(FORMAT, VERSION, NETWORK, PREPROCESSING, OPTIMIZER, STATE, TRAINING));
        return new SavedModel(
                NetworkJson.read(file.member(NETWORK)),
                file.optional(PREPROCESSING).map(ModelJson::preprocessing),
                checkpoint(file));
    }

    private static Optional<Checkpoint> checkpoint(Place file) {
        if (!file.has(STATE) && !file.has(TRAINING) && !file.has(OPTIMIZER)) {
            return Optional.empty();
        }
        Optimizer optimizer = Records.read(file.member(OPTIMIZER), Optimizer.class);
        OptimizerState state = state(file.member(STATE), optimizer);
        return Optional.of(TrainingJson.read(file.optional(TRAINING), optimizer, state));
    }

    private static void checkFormat(Place file) {
        if (!file.has(FORMAT) || !file.has(VERSION)) {
            throw new IllegalArgumentException("it is no file of a network: it needs a \"format\" and a \"version\".");
        }
        if (!file.member(FORMAT).text().equals(NAME)) {
            throw file.member(FORMAT).wrong("it needs to be \"" + NAME + "\"");
        }
        long version = file.member(VERSION).integer();
        if (version < 1 || version > ModelFile.VERSION) {
            throw file.member(VERSION).wrong("this Chainrule reads the versions 1 to " + ModelFile.VERSION);
        }
    }

    private static OptimizerState state(Place place, Optimizer optimizer) {
        place.checkMembers(List.of(STEPS, PLATEAU, VECTORS));
        List<String> slots = optimizer.slots().stream().map(Slot::name).toList();
        Place saved = place.member(VECTORS);
        saved.checkMembers(slots);
        Map<String, double[]> vectors = new LinkedHashMap<>();
        slots.forEach(slot -> vectors.put(slot, saved.member(slot).numbers()));
        Plateau plateau = place.optional(PLATEAU)
                .map(heard -> Records.read(heard, Plateau.class))
                .orElse(Plateau.NONE);
        return new OptimizerState(place.member(STEPS).integer(), plateau, vectors);
    }

    private static Preprocessing preprocessing(Place place) {
        Preprocessing fitted = Records.read(place, Preprocessing.class);
        check(fitted, place.path());
        return fitted;
    }

    private static void check(Preprocessing fitted, String path) {
        int features = fitted.features().size();
        if (fitted instanceof Pipeline pipeline) {
            pipeline.steps().forEach(step -> check(step, path));
        } else if (fitted instanceof Whiten whiten) {
            check(whiten.pca(), path);
        } else if (fitted instanceof Pca pca) {
            int kept = Math.max(1, Math.min(pca.components().rows(), features));
            checkShape(pca.components(), kept, features, path + ".components");
            checkRow(pca.means(), features, path + ".means");
            checkRow(pca.variances(), features, path + ".variances");
        } else if (fitted instanceof Center center) {
            checkRow(center.means(), features, path + ".means");
        } else if (fitted instanceof Standardize standardize) {
            checkRow(standardize.means(), features, path + ".means");
            checkRow(standardize.deviations(), features, path + ".deviations");
        } else if (fitted instanceof MinMax minMax) {
            checkRow(minMax.smallest(), features, path + ".smallest");
            checkRow(minMax.ranges(), features, path + ".ranges");
        }
    }

    private static void checkRow(Matrix row, int features, String path) {
        checkShape(row, 1, features, path);
    }

    private static void checkShape(Matrix matrix, int rows, int columns, String path) {
        if (matrix.rows() != rows || matrix.columns() != columns) {
            throw new IllegalArgumentException(path + " is " + matrix.rows() + "×" + matrix.columns()
                    + ", but the features need " + rows + "×" + columns + ".");
        }
    }
}
