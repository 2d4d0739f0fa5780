package org.wengert.bench.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;

/**
 * Samples that are square pictures in shades of grey, row by row.
 *
 * @param side how many pixels a row has
 */
public record Pixels(int side) {
    private static final int WHITE = 255;

    /** The picture as a PNG file in a URL, dark on white: 0 is white and the sample's largest number black. */
    String url(double[] numbers) {
        double largest = Arrays.stream(numbers).max().orElse(0);
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < numbers.length; i++) {
            double ink = largest > 0 ? Math.max(0, numbers[i] / largest) : 0;
            image.getRaster().setSample(i % side, i / side, 0, WHITE - (int) Math.round(WHITE * ink));
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot fail", e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
