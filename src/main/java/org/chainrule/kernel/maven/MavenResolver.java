package org.chainrule.kernel.maven;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import eu.maveniverse.maven.mima.extensions.mmr.MavenModelReader;
import eu.maveniverse.maven.mima.extensions.mmr.ModelRequest;
import eu.maveniverse.maven.mima.extensions.mmr.ModelResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.ResolutionErrorPolicy;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;

/**
 * Finds libraries in Maven repositories, with everything they need at run time: what {@code %maven} and
 * {@code %%loadFromPOM} put on the class path of a notebook.
 *
 * <p>It asks Maven Central, the repositories added with {@link #withRepository} and those of the user's {@code
 * settings.xml} (with its mirrors, proxies and local repository; {@code ~/.m2/repository} otherwise), and prints nothing. It
 * fetches over https only, asks no repository that a library names, and takes no file without the right checksum.
 *
 * <pre>{@code
 * List<Path> jars = new MavenResolver().resolve(List.of("org.apache.commons:commons-lang3:3.20.0"));
 * }</pre>
 */
public final class MavenResolver {
    private static final Set<String> SAFE_PROTOCOLS = Set.of("https", "file");

    private final ContextOverrides overrides;
    private final List<RemoteRepository> extraRepositories;

    /** A resolver with Maven's usual repositories and the user's settings. */
    public MavenResolver() {
        this(ContextOverrides.create().withUserSettings(true).build(), List.of());
    }

    MavenResolver(ContextOverrides overrides, List<RemoteRepository> extraRepositories) {
        this.overrides = overrides.toBuilder()
                .checksumPolicy(ContextOverrides.ChecksumPolicy.FAIL)
                .ignoreArtifactDescriptorRepositories(true)
                .build();
        this.extraRepositories = extraRepositories;
    }

    /**
     * This resolver with one more repository, asked after the others.
     *
     * @param id a short name, to which the user's settings may hold a password
     * @param url its address, {@code https:} or {@code file:}
     * @return a new resolver
     */
    public MavenResolver withRepository(String id, String url) {
        List<RemoteRepository> more = new ArrayList<>(extraRepositories);
        more.add(new RemoteRepository.Builder(id, "default", url).build());
        return new MavenResolver(overrides, List.copyOf(more));
    }

    /**
     * The jars of some libraries and of everything they need at run time; of two versions of one library, one is chosen.
     *
     * @param coordinates each as {@code group:artifact:version} or {@code group:artifact:type[:classifier]:version}
     * @return the files in class path order
     * @throws IllegalArgumentException in one line, if coordinates are malformed, something cannot be found or fetched, or has
     *     the wrong checksum
     */
    public List<Path> resolve(List<String> coordinates) {
        List<Dependency> dependencies =
                coordinates.stream().map(MavenResolver::dependency).toList();
        try (Context context = Runtimes.INSTANCE.getRuntime().create(overrides)) {
            return files(context, new CollectRequest(dependencies, List.of(), repositories(context, List.of())));
        }
    }

    /**
     * The jars a POM asks for, with everything they need at run time.
     *
     * @param pom a whole POM (its parents and imported BOMs count), or any of its elements, also bare {@code <dependency>}
     *     and {@code <repository>}
     * @return the files in class path order
     * @throws IllegalArgumentException in one line, if it is no valid POM or something cannot be found or fetched
     */
    public List<Path> resolvePom(String pom) {
        String wholePom = PomCell.toPom(pom);
        try (Context context = Runtimes.INSTANCE.getRuntime().create(overrides)) {
            ArtifactDescriptorResult model = read(context, wholePom);
            return files(
                    context,
                    new CollectRequest(
                            model.getDependencies(),
                            model.getManagedDependencies(),
                            repositories(context, model.getRepositories())));
        }
    }

    private static Dependency dependency(String coordinates) {
        try {
            return new Dependency(new DefaultArtifact(coordinates), JavaScopes.RUNTIME);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("maven got '" + coordinates
                    + "', but needs group:artifact:version, for example org.apache.commons:commons-lang3:3.20.0.");
        }
    }

    private ArtifactDescriptorResult read(Context context, String pom) {
        try {
            Path file = Files.createTempFile("notebook", ".pom");
            try {
                Files.writeString(file, pom);
                ModelResponse model = new MavenModelReader(context)
                        .readModel(ModelRequest.builder()
                                .setPomFile(file)
                                .setRepositories(repositories(context, List.of()))
                                .build());
                return model.toArtifactDescriptorResult(model.getEffectiveModel());
            } finally {
                Files.delete(file);
            }
        } catch (RepositoryException e) {
            throw Failures.oneLine(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<RemoteRepository> repositories(Context context, List<RemoteRepository> ofThePom) {
        List<RemoteRepository> more = new ArrayList<>(extraRepositories);
        more.addAll(ofThePom);
        List<RemoteRepository> all = new ArrayList<>(context.remoteRepositories());
        all.addAll(context.repositorySystem().newResolutionRepositories(context.repositorySystemSession(), more));
        all.forEach(MavenResolver::checkSafe);
        return all;
    }

    private static void checkSafe(RemoteRepository repository) {
        if (!SAFE_PROTOCOLS.contains(repository.getProtocol().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "Maven got the repository " + repository.getId() + " (" + repository.getUrl()
                            + "), but what comes from there could be changed on its way: use its https: address.");
        }
    }

    private static List<Path> files(Context context, CollectRequest request) {
        DependencyRequest runtime =
                new DependencyRequest(request, DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME));
        try {
            return context
                    .repositorySystem()
                    .resolveDependencies(session(context), runtime)
                    .getArtifactResults()
                    .stream()
                    .map(ArtifactResult::getArtifact)
                    .filter(artifact -> artifact.getExtension().equals("jar"))
                    .map(Artifact::getFile)
                    .map(file -> file.toPath().toAbsolutePath())
                    .toList();
        } catch (RepositoryException e) {
            throw Failures.oneLine(e);
        }
    }

    /** Maven remembers for a day that something was missing; in a notebook the next try is made on purpose. */
    private static RepositorySystemSession session(Context context) {
        return new DefaultRepositorySystemSession(context.repositorySystemSession())
                .setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(ResolutionErrorPolicy.CACHE_DISABLED));
    }
}
