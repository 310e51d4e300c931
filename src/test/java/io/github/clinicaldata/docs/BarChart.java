package io.github.clinicaldata.docs;

import io.github.clinicaldata.record.profile.Outcome;
import java.util.List;
import java.util.Locale;

/** Shares beside what is expected of them, as an SVG: a row a value, two bars a row. */
record BarChart(String title, List<Outcome.Row> rows) {
    private static final int WIDTH = 760;
    private static final int LABELS = 250;
    private static final int BARS = 420;
    private static final int ROW = 22;
    private static final int HEAD = 54;
    private static final int BAR = 8;

    String svg() {
        double most =
                rows.stream()
                        .mapToDouble(row -> Math.max(row.share(), expected(row)))
                        .max()
                        .orElseThrow();
        int height = HEAD + rows.size() * ROW + 10;
        StringBuilder svg = new StringBuilder();
        svg.append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12" role="img">
                <title>%s</title>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                <text x="10" y="20" font-size="14" fill="#222222">%s</text>
                <rect x="%d" y="32" width="10" height="10" fill="#1f77b4"/>
                <text x="%d" y="41" fill="#222222">generated</text>
                <rect x="%d" y="32" width="10" height="10" fill="#ff9f40"/>
                <text x="%d" y="41" fill="#222222">source</text>
                """
                        .formatted(
                                WIDTH,
                                height,
                                WIDTH,
                                height,
                                escape(title),
                                escape(title),
                                LABELS,
                                LABELS + 15,
                                LABELS + 100,
                                LABELS + 115));
        for (int number = 0; number < rows.size(); number++) {
            row(rows.get(number), HEAD + number * ROW, most, svg);
        }
        return svg.append("</svg>\n").toString();
    }

    private static double expected(Outcome.Row row) {
        Double expected = row.expected();
        return expected == null ? 0 : expected;
    }

    private static void row(Outcome.Row row, int top, double most, StringBuilder svg) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        """
                        <text x="%d" y="%d" text-anchor="end" fill="#222222">%s</text>
                        <rect x="%d" y="%d" width="%.1f" height="%d" fill="#1f77b4"/>
                        <rect x="%d" y="%d" width="%.1f" height="%d" fill="#ff9f40"/>
                        <text x="%.1f" y="%d" fill="#555555" font-size="10">%.2f%% / %.2f%%</text>
                        """,
                        LABELS - 8,
                        top + 13,
                        escape(row.value()),
                        LABELS,
                        top + 1,
                        row.share() / most * BARS,
                        BAR,
                        LABELS,
                        top + 1 + BAR,
                        expected(row) / most * BARS,
                        BAR,
                        LABELS + Math.max(row.share(), expected(row)) / most * BARS + 5,
                        top + 13,
                        row.share() * 100,
                        expected(row) * 100));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
