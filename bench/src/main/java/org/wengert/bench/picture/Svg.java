package org.wengert.bench.picture;

/**
 * Shapes and text of a drawing. Coordinates are pixels at 100%, written with at most two decimals; colours and lines are
 * the style sheet's, by class.
 */
public final class Svg {
    private final Markup markup = new Markup();
    private final boolean inPage;

    private Svg(boolean inPage) {
        this.inPage = inPage;
    }

    /** A drawing that is part of a page, which has the style and in which all ids begin differently. */
    public static Svg inPage(String id, double width, double height, String title, String description) {
        Svg svg = new Svg(true);
        svg.begin(id, width, height, title, description, "role", "group");
        return svg;
    }

    /** A drawing that is a file: one picture to whoever looks, with its style in it. */
    public static Svg alone(double width, double height, String title, String description, String style) {
        Svg svg = new Svg(false);
        svg.begin("chart", width, height, title, description, "role", "img");
        svg.markup.open("style").raw("\n" + style).close().line();
        return svg;
    }

    private void begin(
            String id, double width, double height, String title, String description, String attribute, String value) {
        markup.open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "class",
                        "chart",
                        attribute,
                        value,
                        "width",
                        number(width),
                        "height",
                        number(height),
                        "viewBox",
                        "0 0 " + number(width) + " " + number(height),
                        "aria-labelledby",
                        id + "-title",
                        "aria-describedby",
                        id + "-desc")
                .line()
                .element("title", title, "id", id + "-title")
                .element("desc", description, "id", id + "-desc")
                .line();
    }

    /** Style for marks that this drawing has and others have not; the file's own style sheet is there already. */
    public Svg style(String css) {
        markup.element("style", css).line();
        return this;
    }

    /** Begins a part whose origin is at this point. */
    public Svg part(double x, double y) {
        markup.open("g", "transform", "translate(" + number(x) + " " + number(y) + ")")
                .line();
        return this;
    }

    /** Begins what stands for one measurement: in a page the keyboard reaches it, and it tells the text. */
    public Svg mark(String style, String text) {
        markup.open("g", "class", "mark " + style, "role", inPage ? "img" : "", "tabindex", inPage ? "0" : "")
                .element("title", text);
        return this;
    }

    /** Ends the part or mark that was begun last. */
    public Svg end() {
        markup.close().line();
        return this;
    }

    /** A rectangle by its upper left corner. */
    public Svg rect(String style, double x, double y, double width, double height) {
        markup.empty(
                        "rect",
                        "class",
                        style,
                        "x",
                        number(x),
                        "y",
                        number(y),
                        "width",
                        number(width),
                        "height",
                        number(height))
                .line();
        return this;
    }

    /** A straight line. */
    public Svg line(String style, double x1, double y1, double x2, double y2) {
        return path(style, "M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2));
    }

    /** A line or an area, as the data of a path have it. */
    public Svg path(String style, String data) {
        markup.empty("path", "class", style, "d", data).line();
        return this;
    }

    /** Text from its baseline up. */
    public Svg text(Font font, Anchor anchor, double x, double y, String text) {
        markup.element("text", text, "class", font.style(), "text-anchor", anchor.value, "x", number(x), "y", number(y))
                .line();
        return this;
    }

    /** The finished drawing. */
    public String markup() {
        return markup.close().line().toString();
    }

    /** Two decimals at most, none where there is nothing to say; never an exponent. */
    public static String number(double x) {
        long hundredths = Math.round(100 * x);
        long size = Math.abs(hundredths);
        String fraction = size % 100 == 0 ? "" : "." + size / 10 % 10 + (size % 10 == 0 ? "" : size % 10);
        return (hundredths < 0 ? "-" : "") + size / 100 + fraction;
    }

    /** The point of a text that stands at its x. */
    public enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String value;

        Anchor(String value) {
            this.value = value;
        }
    }
}
