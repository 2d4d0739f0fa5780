package org.wengert.bench.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Several charts as one picture, in two columns unless there is one chart only. */
public final class Sheet {
    private static final int GAP = 16;
    private static final int COLUMNS = 2;
    private static final int MOST_SOURCE_LINES = 4;

    private Sheet() {}

    /**
     * An SVG document, to be written as UTF-8.
     *
     * @param source what was run where, below the charts
     */
    public static String svg(String title, String source, List<Chart> charts) {
        double[] bottoms = new double[Math.max(1, Math.min(COLUMNS, charts.size()))];
        Arrays.fill(bottoms, GAP);
        double width = bottoms.length * (Chart.WIDTH + GAP) + GAP;
        List<Place> places = new ArrayList<>();
        for (Chart chart : charts) {
            int column = shortest(bottoms);
            places.add(new Place(chart, GAP + column * (Chart.WIDTH + GAP), bottoms[column]));
            bottoms[column] += chart.height() + GAP;
        }
        double top = Arrays.stream(bottoms).max().orElseThrow();
        List<String> below = Font.SMALL.wrap(source, width - 2 * (GAP + Chart.MARGIN), MOST_SOURCE_LINES);
        double height = top + below.size() * Font.SMALL.lineHeight() + GAP;
        String description = String.join(
                ". ",
                charts.stream()
                        .map(chart -> chart.title() + ": " + chart.description())
                        .toList());
        Svg svg = Svg.alone(width, height, title, description, Resource.text("chart.css"));
        svg.rect("paper", 0, 0, width, height);
        for (Place place : places) {
            svg.part(place.x(), place.y());
            place.chart().draw(svg);
            svg.end();
        }
        for (int i = 0; i < below.size(); i++) {
            double y = top + i * Font.SMALL.lineHeight() + Font.SMALL.size();
            svg.text(Font.SMALL, Svg.Anchor.START, GAP + Chart.MARGIN, y, below.get(i));
        }
        return svg.markup();
    }

    private static int shortest(double[] bottoms) {
        int shortest = 0;
        for (int column = 1; column < bottoms.length; column++) {
            shortest = bottoms[column] < bottoms[shortest] ? column : shortest;
        }
        return shortest;
    }

    private record Place(Chart chart, double x, double y) {}
}
