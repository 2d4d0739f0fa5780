package org.wengert.bench.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Scanner;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The SVG picture of a graph as pixels, light, two to a unit: for where no SVG is shown. Understands what
 * {@link org.wengert.draw.Drawing#svg} writes, and no more.
 */
public final class Raster {
    private static final int SCALE = 2;

    private final StyleSheet styles;
    private final Graphics2D canvas;
    private final double width;
    private final double height;

    private Raster(StyleSheet styles, Graphics2D canvas, double width, double height) {
        this.styles = styles;
        this.canvas = canvas;
        this.width = width;
        this.height = height;
    }

    /** The bytes of a PNG file. */
    public static byte[] png(String svg) {
        Element root = parsed(svg);
        double width = number(root, "width");
        double height = number(root, "height");
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(SCALE * width), (int) Math.ceil(SCALE * height), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.scale(SCALE, SCALE);
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        StyleSheet styles =
                StyleSheet.of(root.getElementsByTagName("style").item(0).getTextContent());
        new Raster(styles, canvas, width, height).drawAll(root);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return out.toByteArray();
    }

    private static Element parsed(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("picture: no SVG: " + e.getMessage(), e);
        }
    }

    private void drawAll(Element parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                switch (element.getTagName()) {
                    case "g" -> drawUnlessOpen(element);
                    case "a" -> drawAll(element);
                    case "rect" -> draw(element, rectangle(element));
                    case "line" -> draw(element, line(element));
                    case "path" -> draw(element, path(element.getAttribute("d")));
                    case "text" -> write(element);
                    case "title", "style", "view" -> {}
                    default -> throw new IllegalArgumentException("picture: no such shape: " + element.getTagName());
                }
            }
        }
    }

    /** Pixels are folded. */
    private void drawUnlessOpen(Element group) {
        if (!group.getAttribute("class").equals("open")) {
            drawAll(group);
        }
    }

    private Shape rectangle(Element element) {
        if (element.getAttribute("width").equals("100%")) {
            return new Rectangle2D.Double(0, 0, width, height);
        }
        double arc = 2 * number(element, "rx");
        return new RoundRectangle2D.Double(
                number(element, "x"),
                number(element, "y"),
                number(element, "width"),
                number(element, "height"),
                arc,
                arc);
    }

    private static Shape line(Element element) {
        return new Line2D.Double(
                number(element, "x1"), number(element, "y1"), number(element, "x2"), number(element, "y2"));
    }

    /** Moves, level lines and cubic curves, all absolute. */
    private static Shape path(String d) {
        Path2D path = new Path2D.Double();
        Scanner in = new Scanner(d.replaceAll("([MHC])", " $1 "));
        Pattern number = Pattern.compile("-?[0-9.]+");
        while (in.hasNext()) {
            switch (in.next()) {
                case "M" -> path.moveTo(next(in, number), next(in, number));
                case "H" -> path.lineTo(next(in, number), path.getCurrentPoint().getY());
                case "C" ->
                    path.curveTo(
                            next(in, number),
                            next(in, number),
                            next(in, number),
                            next(in, number),
                            next(in, number),
                            next(in, number));
                default -> throw new IllegalArgumentException("picture: no such path: " + d);
            }
        }
        return path;
    }

    private static double next(Scanner in, Pattern number) {
        return Double.parseDouble(in.next(number));
    }

    private void draw(Element element, Shape shape) {
        String fill = styles.of(element, "fill", "none");
        if (!fill.equals("none")) {
            Color colour = colour(fill);
            double opacity = number(element, "fill-opacity", 1);
            canvas.setColor(
                    new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * opacity)));
            canvas.fill(shape);
        }
        String stroke = styles.of(element, "stroke", "none");
        if (!stroke.equals("none")) {
            canvas.setColor(colour(stroke));
            canvas.setStroke(stroke(element));
            canvas.draw(shape);
        }
    }

    private BasicStroke stroke(Element element) {
        float wide = Float.parseFloat(styles.of(element, "stroke-width", "1"));
        String dashes = styles.of(element, "stroke-dasharray", "");
        if (dashes.isEmpty()) {
            return new BasicStroke(wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
        }
        String[] lengths = dashes.split(" ");
        float[] pattern = {Float.parseFloat(lengths[0]), Float.parseFloat(lengths[1])};
        return new BasicStroke(wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, pattern, 0);
    }

    /** As wide as the picture says, whatever the font. */
    private void write(Element element) {
        String text = element.getTextContent();
        float size = Float.parseFloat(styles.of(element, "font-size", "12px").replace("px", ""));
        Font font = new Font(Font.MONOSPACED, Font.PLAIN, 1).deriveFont(size);
        Rectangle2D bounds = font.getStringBounds(text, canvas.getFontRenderContext());
        double wide = number(element, "textLength");
        AffineTransform before = canvas.getTransform();
        canvas.translate(number(element, "x") - wide / 2, number(element, "y"));
        canvas.scale(wide / bounds.getWidth(), 1);
        canvas.setFont(font);
        canvas.setColor(colour(styles.of(element, "fill", "#000")));
        canvas.drawString(text, 0, 0);
        canvas.setTransform(before);
    }

    private static Color colour(String hex) {
        return Color.decode(hex.replaceFirst("^#(.)(.)(.)$", "#$1$1$2$2$3$3"));
    }

    private static double number(Element element, String attribute) {
        return number(element, attribute, 0);
    }

    private static double number(Element element, String attribute, double otherwise) {
        return element.hasAttribute(attribute) ? Double.parseDouble(element.getAttribute(attribute)) : otherwise;
    }
}
