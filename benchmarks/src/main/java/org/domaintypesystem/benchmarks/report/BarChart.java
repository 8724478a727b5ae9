package org.domaintypesystem.benchmarks.report;

import java.util.List;
import java.util.Locale;

/**
 * A picture of numbers as bars, as SVG: panels beside each other, each with a scale of its own. Where some bars stand out, others
 * that are many times as long are cut, which an arrow shows.
 *
 * @param title what it shows, with the unit
 * @param panels of which there is one at least
 */
public record BarChart(String title, List<Panel> panels) {
    private static final int PANEL = 300;
    private static final int LABEL = 120;
    private static final int NUMBER = 60;
    private static final int ROW = 20;
    private static final int TOP = 56;
    private static final int MARGIN = 12;
    private static final int BAR = 14;
    private static final double HALF = 0.5;
    /** How many times as long as the longest one that stands out a bar may be. */
    private static final double LONGEST = 8;

    /**
     * Bars that are compared.
     *
     * @param title what they have in common
     */
    public record Panel(String title, List<Bar> bars) {}

    /**
     * One number.
     *
     * @param value where the bar ends
     * @param least where the line begins that shows how far apart the measurements were
     * @param most where it ends
     * @param isOurs whether it stands out
     */
    public record Bar(String label, double value, double least, double most, boolean isOurs) {
        private Bar cutAt(double end) {
            return new Bar(label, Math.min(value, end), Math.min(least, end), Math.min(most, end), isOurs);
        }
    }

    public String svg() {
        int rows = panels.stream().mapToInt(panel -> panel.bars().size()).max().orElse(0);
        int width = MARGIN + panels.size() * (PANEL + MARGIN);
        int height = TOP + rows * ROW + MARGIN;
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"sans-serif\" font-size=\"12\" fill=\"#222\">",
                width,
                height,
                width,
                height);
        add(svg, "<title>%s</title>", escaped(title));
        add(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>");
        add(svg, "<text x=\"%d\" y=\"20\" font-size=\"14\" font-weight=\"bold\">%s</text>", MARGIN, escaped(title));
        for (int i = 0; i < panels.size(); i++) {
            panel(panels.get(i), MARGIN + i * (PANEL + MARGIN), svg);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void panel(Panel panel, int left, StringBuilder svg) {
        add(svg, "<text x=\"%d\" y=\"42\" font-weight=\"bold\">%s</text>", left, escaped(panel.title()));
        double end = end(panel);
        double scale = end > 0 ? (PANEL - LABEL - NUMBER) / end : 0;
        for (int i = 0; i < panel.bars().size(); i++) {
            bar(panel.bars().get(i).cutAt(end), panel.bars().get(i), left, TOP + i * ROW, scale, svg);
        }
    }

    private static double end(Panel panel) {
        double most = panel.bars().stream().mapToDouble(Bar::most).max().orElse(1);
        return panel.bars().stream()
                .filter(Bar::isOurs)
                .mapToDouble(bar -> Math.min(most, bar.value() * LONGEST))
                .max()
                .orElse(most);
    }

    private static void bar(Bar bar, Bar whole, int left, int top, double scale, StringBuilder svg) {
        int start = left + LABEL;
        double middle = top + BAR * HALF;
        add(
                svg,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
                start - MARGIN / 2,
                top + BAR - 2,
                escaped(bar.label()));
        add(
                svg,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
                start,
                top,
                bar.value() * scale,
                BAR,
                bar.isOurs() ? "#1769aa" : "#b8c4ce");
        add(
                svg,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#222\"/>",
                start + bar.least() * scale,
                middle,
                start + bar.most() * scale,
                middle);
        add(
                svg,
                "<text x=\"%.1f\" y=\"%d\">%s</text>",
                start + bar.most() * scale + MARGIN / 2.0,
                top + BAR - 2,
                (whole.value() > bar.value() ? "→ " : "") + escaped(Numbers.of(whole.value())));
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
