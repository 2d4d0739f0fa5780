package org.wengert.bench.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Several charts as one picture, in two columns unless there is one chart only. */
final class Sheet {
    private static final int GAP = 16;
    private static final int COLUMNS = 2;

    private Sheet() {}

    /** An SVG document, to be written as UTF-8. */
    static String svg(String title, List<Chart> charts) {
        double[] bottoms = new double[Math.max(1, Math.min(COLUMNS, charts.size()))];
        Arrays.fill(bottoms, GAP);
        double width = bottoms.length * (Chart.WIDTH + GAP) + GAP;
        List<Place> places = new ArrayList<>();
        for (Chart chart : charts) {
            int column = shortest(bottoms);
            places.add(new Place(chart, GAP + column * (Chart.WIDTH + GAP), bottoms[column]));
            bottoms[column] += chart.height() + GAP;
        }
        double height = Arrays.stream(bottoms).max().orElseThrow();
        String description =
                String.join(". ", charts.stream().map(chart -> chart.title() + ": " + chart.description()).toList());
        Svg svg = Svg.alone(width, height, title, description, Resource.text("chart.css"));
        svg.rect("paper", 0, 0, width, height);
        for (Place place : places) {
            svg.part(place.x(), place.y());
            place.chart().draw(svg);
            svg.end();
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
