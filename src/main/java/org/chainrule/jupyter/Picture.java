package org.chainrule.jupyter;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.chainrule.table.GridHtml;

/**
 * An image with the words that stand for it.
 *
 * @param image at twice the resolution at which it is shown
 * @param alternative what is read instead of the image
 * @param caption what is shown below it
 */
record Picture(BufferedImage image, String alternative, String caption) {
    private static final int SCALE = 2;

    String base64() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** The figure as HTML; the white ground is part of the image, so that it reads on a dark page too. */
    String html() {
        return html(base64());
    }

    private String html(String png) {
        return "<figure style=\"margin:0 0 1em 0\">\n<img src=\"data:image/png;base64," + png + "\" alt=\""
                + GridHtml.attribute(alternative) + "\" width=\"" + image.getWidth() / SCALE + "\"/>\n<figcaption>"
                + GridHtml.text(caption) + "</figcaption>\n</figure>";
    }

    MimeBundle bundle() {
        String png = base64();
        return MimeBundle.plain(alternative).with(MimeBundle.PNG, png).with(MimeBundle.HTML, html(png));
    }
}
