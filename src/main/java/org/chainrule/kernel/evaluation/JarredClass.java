package org.chainrule.kernel.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.tools.JavaFileObject;

/**
 * A class file in a jar, as the compiler reads it.
 *
 * @param jar the open jar
 * @param path where the jar is
 * @param name such as {@code org/chainrule/network/Network.class}
 */
record JarredClass(ZipFile jar, Path path, String name) implements JavaFileObject {
    private static final String READ_ONLY = "a class in a jar can be read only";

    /** As in {@code org.chainrule.network.Network}. */
    String binaryName() {
        return name.substring(0, name.length() - Kind.CLASS.extension.length()).replace('/', '.');
    }

    @Override
    public InputStream openInputStream() throws IOException {
        return jar.getInputStream(jar.getEntry(name));
    }

    @Override
    public Kind getKind() {
        return Kind.CLASS;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        String file = simpleName + kind.extension;
        return name.equals(file) || name.endsWith("/" + file);
    }

    @Override
    public String getName() {
        return path + "(" + name + ")";
    }

    @Override
    public URI toUri() {
        return URI.create("jar:" + path.toUri() + "!/" + name);
    }

    @Override
    public long getLastModified() {
        return 0;
    }

    @Override
    public NestingKind getNestingKind() {
        return null; // unknown, which the compiler allows
    }

    @Override
    public Modifier getAccessLevel() {
        return null;
    }

    @Override
    public boolean delete() {
        return false;
    }

    @Override
    public OutputStream openOutputStream() {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    @Override
    public Writer openWriter() {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    @Override
    public Reader openReader(boolean ignoreEncodingErrors) {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        throw new UnsupportedOperationException(READ_ONLY);
    }
}
