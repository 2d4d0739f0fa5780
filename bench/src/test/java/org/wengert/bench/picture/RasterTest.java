package org.wengert.bench.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.draw.Drawing;

class RasterTest {
    private static final int PAPER = 0xFFFFFF;

    private static BufferedImage picture(String svg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Raster.png(svg)));
    }

    private static int colour(BufferedImage image, int x, int y) {
        return image.getRGB(2 * x, 2 * y) & 0xFFFFFF;
    }

    private static String svg(String shapes) {
        return "<svg width=\"40\" height=\"20\"><style>text{font-size:12px;fill:#1b1f24}rect,path,line{stroke:#57606a;fill:none}"
                + ".paper{fill:#fff;stroke:none}.value{fill:#f6f8fa}.heat{fill:#d9480f;stroke:none}"
                + ".path{stroke:#0550ae;stroke-width:2.5}@media(dark){.value{fill:#000000}}</style>"
                + "<rect class=\"paper\" width=\"100%\" height=\"100%\"/>" + shapes + "</svg>";
    }

    @Test
    void shapesAreWhereTheyAreSaidToBeInTheirColours() throws IOException {
        BufferedImage image = picture(svg("<g><title>t</title>"
                + "<rect class=\"value path\" x=\"10\" y=\"5\" width=\"20\" height=\"10\" rx=\"4\"/></g>"
                + "<path fill=\"none\" d=\"M0 2H8C10 2 12 2 14 2\"/>"));

        assertEquals(80, image.getWidth());
        assertEquals(40, image.getHeight());
        assertEquals(PAPER, colour(image, 3, 10));
        assertEquals(0xF6F8FA, colour(image, 20, 10));
        assertEquals(0x0550AE, colour(image, 20, 5), "a class ranks before the element");
        assertTrue(colour(image, 4, 2) != PAPER && colour(image, 12, 2) != PAPER);
        assertEquals(PAPER, colour(image, 16, 2));
    }

    @Test
    void heatIsMixedWithWhatIsBelow() throws IOException {
        BufferedImage image = picture(svg("<rect class=\"value\" x=\"10\" y=\"5\" width=\"20\" height=\"10\"/>"
                + "<rect class=\"heat\" x=\"10\" y=\"5\" width=\"20\" height=\"10\" fill-opacity=\"0.45\"/>"));

        int green = colour(image, 20, 10) >> 8 & 0xFF;
        assertEquals(0.55 * 0xF8 + 0.45 * 0x48, green, 1.5);
    }

    @Test
    void aTextFillsItsPlaceAndNoMore() throws IOException {
        BufferedImage image =
                picture(svg("<text x=\"20\" y=\"14\" text-anchor=\"middle\" textLength=\"16\">MM</text>"));

        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 40; x++) {
                assertTrue(x >= 12 && x <= 28 || colour(image, x, y) == PAPER, "at " + x + ", " + y);
            }
        }
        assertTrue(darkest(image) < 0x80);
    }

    private static int darkest(BufferedImage image) {
        int darkest = 255;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                darkest = Math.min(darkest, image.getRGB(x, y) & 0xFF);
            }
        }
        return darkest;
    }

    @Test
    void aDrawingIsAsLargeAsItsSvg() throws IOException {
        try (Engine engine = Engines.open("scalar")) {
            Variable x = engine.variable(2).label("x < 3");
            Value y = x.mul(x).tanh().label("y");
            y.backward();
            Drawing drawing = Drawing.of(y).path(x).heat().depth(1);
            String svg = drawing.svg();

            BufferedImage image = picture(svg);

            assertEquals(
                    Math.ceil(2 * Double.parseDouble(svg.replaceAll("(?s)^.*? width=\"([0-9.]+)\".*", "$1"))),
                    image.getWidth());
        }
    }

    @Test
    void whatIsFoldedStaysFolded() {
        try (Engine engine = Engines.open("scalar")) {
            Value y = engine.variable(2).tanh().label("y");
            String svg = Drawing.of(y.exp()).fold("group", y).svg();
            String closed =
                    svg.replaceAll("(?s)<view.*(?=<g class=\"closed\")", "").replaceAll("</?a.*?>", "");

            assertArrayEquals(Raster.png(closed), Raster.png(svg));
        }
    }

    @Test
    void whatItWasNotMadeForIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Raster.png(svg("<circle r=\"3\"/>")));
        assertThrows(IllegalArgumentException.class, () -> Raster.png(svg("<path d=\"L3 4\"/>")));
    }
}
