package org.wengert.bench.picture;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** A drawing as its own numbers tell, read by the JDK's parser of XML. */
public final class Drawing {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+");
    private static final Pattern ABSOLUTE = Pattern.compile("([MLHV])((?: ?-?[0-9.]+)+)");

    /** What has a place: a text with the room that its font gives it, or a shape. */
    public record Box(String what, boolean text, double left, double top, double right, double bottom) {
        public boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        public boolean isInside(double width, double height) {
            return left >= 0 && top >= 0 && right <= width && bottom <= height;
        }
    }

    private final Element root;
    private final List<Box> boxes = new ArrayList<>();

    public Drawing(String svg) {
        root = parse(svg).getDocumentElement();
        collect(root, 0, 0);
    }

    /** Throws if the text is not well-formed XML. */
    public static Document parse(String xml) {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    public double width() {
        return number(root, "width");
    }

    public double height() {
        return number(root, "height");
    }

    public List<Box> boxes() {
        return boxes;
    }

    public List<Box> texts() {
        return boxes.stream().filter(Box::text).toList();
    }

    private void collect(Element element, double x, double y) {
        double left = x;
        double top = y;
        if (element.hasAttribute("transform")) {
            List<Double> shift = numbers(element.getAttribute("transform"));
            left += shift.get(0);
            top += shift.get(1);
        }
        switch (element.getTagName()) {
            case "text" -> boxes.add(text(element, left, top));
            case "rect" -> boxes.add(rect(element, left, top));
            case "path" -> path(element, left, top);
            default -> {}
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, left, top);
            }
        }
    }

    private static Box text(Element element, double x, double y) {
        Font font = Font.valueOf(element.getAttribute("class").toUpperCase(Locale.ROOT));
        String text = element.getTextContent();
        double width = font.width(text);
        double left = x
                + number(element, "x")
                - switch (element.getAttribute("text-anchor")) {
                    case "middle" -> width / 2;
                    case "end" -> width;
                    default -> 0;
                };
        double baseline = y + number(element, "y");
        return new Box(text, true, left, baseline - 0.8 * font.size(), left + width, baseline + 0.2 * font.size());
    }

    private static Box rect(Element element, double x, double y) {
        double left = x + number(element, "x");
        double top = y + number(element, "y");
        return new Box(
                "rect " + element.getAttribute("class"),
                false,
                left,
                top,
                left + number(element, "width"),
                top + number(element, "height"));
    }

    /** A box of no size for each place that the path names; a marker's shape is relative and has a known radius. */
    private void path(Element element, double x, double y) {
        String style = element.getAttribute("class");
        double radius = style.startsWith("marker") ? Marker.RADIUS : 0;
        for (MatchResult move :
                ABSOLUTE.matcher(element.getAttribute("d")).results().toList()) {
            List<Double> to = numbers(move.group(2));
            double atX = x + (move.group(1).equals("V") ? 0 : to.get(0));
            double atY = y + (move.group(1).equals("H") ? 0 : to.get(to.size() - 1));
            boxes.add(new Box("path " + style, false, atX - radius, atY - radius, atX + radius, atY + radius));
        }
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static List<Double> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Double::valueOf)
                .toList();
    }
}
