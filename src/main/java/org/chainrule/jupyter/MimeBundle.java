package org.chainrule.jupyter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a notebook shows of one value: the same content in several MIME types, richest first.
 *
 * <p>Text types hold their text, {@code image/png} holds Base64. A front end picks the richest type it can show, so
 * {@code text/plain} is always there.
 *
 * @param data content by MIME type, in the order in which it was put
 */
public record MimeBundle(Map<String, String> data) {
    public static final String HTML = "text/html";
    public static final String LATEX = "text/latex";
    public static final String MARKDOWN = "text/markdown";
    public static final String PNG = "image/png";
    public static final String PLAIN = "text/plain";

    public MimeBundle {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        if (!data.containsKey(PLAIN)) {
            throw new IllegalArgumentException(
                    "MimeBundle got " + data.keySet() + ", but every bundle needs text/plain.");
        }
    }

    /**
     * A bundle of plain text only.
     *
     * @param text what is shown
     * @return the bundle
     */
    public static MimeBundle plain(String text) {
        return new MimeBundle(Map.of(PLAIN, text));
    }

    /**
     * This bundle with one more representation, richer than those it has.
     *
     * @param mimeType such as {@link #HTML}
     * @param content the text, or Base64 for images
     * @return a new bundle with {@code mimeType} in front
     */
    public MimeBundle with(String mimeType, String content) {
        Map<String, String> richer = new LinkedHashMap<>();
        richer.put(Objects.requireNonNull(mimeType), Objects.requireNonNull(content));
        data.forEach(richer::putIfAbsent);
        return new MimeBundle(richer);
    }
}
