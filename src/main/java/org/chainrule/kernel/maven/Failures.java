package org.chainrule.kernel.maven;

import org.apache.maven.model.building.ModelBuildingException;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;

/** Says in one line what Maven says in many. */
final class Failures {
    private Failures() {}

    static IllegalArgumentException oneLine(RepositoryException failure) {
        Throwable cause = failure;
        while (!isPlain(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new IllegalArgumentException(sentence(cause));
    }

    private static boolean isPlain(Throwable cause) {
        return cause instanceof ArtifactTransferException || cause instanceof ModelBuildingException;
    }

    private static String sentence(Throwable cause) {
        if (cause instanceof ArtifactNotFoundException notFound) {
            return "Maven could not find " + notFound.getArtifact() + " in " + repository(notFound)
                    + ". Check its spelling, or add its repository.";
        }
        if (cause instanceof ArtifactTransferException transfer) {
            return "Maven could not fetch " + transfer.getArtifact() + " from " + repository(transfer) + ": "
                    + firstLine(root(transfer).getMessage()) + ". Check the network, or use what is already in ~/.m2.";
        }
        if (cause instanceof ModelBuildingException model) {
            return "Maven cannot read this POM: "
                    + firstLine(model.getProblems().get(0).getMessage()) + ".";
        }
        return "Maven failed: " + firstLine(cause.getMessage()) + ".";
    }

    private static String repository(ArtifactTransferException transfer) {
        return transfer.getRepository() == null
                ? "any repository"
                : transfer.getRepository().getId() + " ("
                        + transfer.getRepository().getUrl() + ")";
    }

    private static Throwable root(Throwable cause) {
        return cause.getCause() == null ? cause : root(cause.getCause());
    }

    private static String firstLine(String message) {
        return String.valueOf(message).lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }
}
