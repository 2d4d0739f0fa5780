package org.wengert.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** An SVG picture as its own numbers tell, read by the JDK's parser of XML. */
final class Picture {
    private static final Pattern MOVE = Pattern.compile("([MCH])([-0-9. ]+)");
    private static final int POINTS_OF_A_BEND = 64;

    /** A place. */
    record Point(double x, double y) {}

    /** A rectangle. */
    record Room(double left, double top, double right, double bottom) {
        boolean overlaps(Room other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean holds(Room other) {
            return left <= other.left && top <= other.top && other.right <= right && other.bottom <= bottom;
        }

        /** Whether a point is more than a rounding's breadth inside. */
        boolean covers(Point p) {
            double rounding = 0.02;
            return left + rounding < p.x && p.x < right - rounding && top + rounding < p.y && p.y < bottom - rounding;
        }
    }

    /** What a text says and the room that it is given. */
    record Text(String text, Room room) {}

    /** A box: what its tip says, the classes and opacity of its rectangles, the room of each field, its texts, where it leads. */
    record Drawn(
            String tip,
            List<String> classes,
            String heat,
            Room room,
            List<Room> fields,
            List<Text> texts,
            String link) {}

    /** A line by many of its points. */
    record Way(boolean onPath, List<Point> points) {}

    final Room paper;
    final String title;
    final List<Drawn> boxes = new ArrayList<>();
    final List<Way> ways = new ArrayList<>();

    /** As it is shown first. */
    Picture(String svg) {
        this(svg, 0);
    }

    /** With a group open, counted from 1; with none for 0. */
    private Picture(String svg, int open) {
        Element root = parse(svg);
        List<Element> states = elements(root, "g").stream()
                .filter(group -> List.of("open", "closed").contains(group.getAttribute("class")))
                .toList();
        title = elements(root, "title").get(0).getTextContent();
        paper = open == 0 ? new Room(0, 0, number(root, "width"), number(root, "height")) : view(root, open);
        Element shown = states.isEmpty() ? root : states.get(open == 0 ? states.size() - 1 : open - 1);
        elements(shown, "g").forEach(group -> boxes.add(box(group)));
        elements(shown, "path").forEach(path -> ways.add(way(path)));
    }

    /** As it is shown first, and with each of its groups open. */
    static List<Picture> all(String svg) {
        int groups = elements(parse(svg), "view").size();
        return IntStream.rangeClosed(0, groups)
                .mapToObj(open -> new Picture(svg, open))
                .toList();
    }

    private static Room view(Element root, int open) {
        Element view = elements(root, "view").get(open - 1);
        assertEquals("open-" + open, view.getAttribute("id"));
        String[] sides = view.getAttribute("viewBox").split(" ");
        return new Room(0, 0, Double.parseDouble(sides[2]), Double.parseDouble(sides[3]));
    }

    private static Element parse(String svg) {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(svg))).getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    /** The box whose first text this is. */
    Drawn box(String text) {
        return boxes.stream()
                .filter(box -> box.texts().get(0).text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing says " + text));
    }

    private static Drawn box(Element group) {
        List<Element> rectangles = elements(group, "rect");
        Element outer = rectangles.get(0);
        Room room = new Room(
                number(outer, "x"),
                number(outer, "y"),
                number(outer, "x") + number(outer, "width"),
                number(outer, "y") + number(outer, "height"));
        List<Double> borders = new ArrayList<>(List.of(room.left));
        elements(group, "line").forEach(line -> borders.add(number(line, "x1")));
        borders.add(room.right);
        List<Room> fields = IntStream.range(1, borders.size())
                .mapToObj(i -> new Room(borders.get(i - 1), room.top, borders.get(i), room.bottom))
                .toList();
        return new Drawn(
                elements(group, "title").get(0).getTextContent(),
                rectangles.stream()
                        .flatMap(each -> Stream.of(each.getAttribute("class").split(" ")))
                        .toList(),
                rectangles.size() > 1 ? rectangles.get(1).getAttribute("fill-opacity") : "",
                room,
                fields,
                elements(group, "text").stream().map(Picture::text).toList(),
                ((Element) group.getParentNode()).getAttribute("href"));
    }

    private static Text text(Element element) {
        double size = 12;
        double half = number(element, "textLength") / 2;
        double x = number(element, "x");
        double y = number(element, "y");
        return new Text(element.getTextContent(), new Room(x - half, y - 0.8 * size, x + half, y + 0.2 * size));
    }

    private static Way way(Element path) {
        List<Point> points = new ArrayList<>();
        for (MatchResult move : MOVE.matcher(path.getAttribute("d")).results().toList()) {
            double[] to = Stream.of(move.group(2).trim().split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            switch (move.group(1)) {
                case "M" -> points.add(new Point(to[0], to[1]));
                case "H" -> level(points, to[0]);
                default -> bend(points, to);
            }
        }
        return new Way(path.getAttribute("class").equals("path"), points);
    }

    private static void level(List<Point> points, double x) {
        Point last = points.get(points.size() - 1);
        for (int k = 1; k <= POINTS_OF_A_BEND; k++) {
            points.add(new Point(last.x + (x - last.x) * k / POINTS_OF_A_BEND, last.y));
        }
    }

    /** Bézier's cubic curve. */
    private static void bend(List<Point> points, double... to) {
        Point p = points.get(points.size() - 1);
        for (int k = 1; k <= POINTS_OF_A_BEND; k++) {
            double t = (double) k / POINTS_OF_A_BEND;
            points.add(new Point(cubic(t, p.x, to[0], to[2], to[4]), cubic(t, p.y, to[1], to[3], to[5])));
        }
    }

    private static double cubic(double t, double a, double b, double c, double d) {
        double u = 1 - t;
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
