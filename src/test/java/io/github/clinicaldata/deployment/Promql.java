package io.github.clinicaldata.deployment;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in an expression of Prometheus. */
record Promql(Set<String> metrics, Set<String> labels) {
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern MATCHERS = Pattern.compile("\\{([^}]*)}");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern METRIC =
            Pattern.compile("(?<![0-9a-zA-Z_:])[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\s*\\(|[a-zA-Z0-9_:])");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

    static Promql of(String expression) {
        String bare = TEXT.matcher(expression).replaceAll("");
        Set<String> labels = new TreeSet<>();
        bare = take(MATCHERS, bare, labels);
        bare = take(GROUPING, bare, labels);
        Matcher names = METRIC.matcher(RANGE.matcher(bare).replaceAll(""));
        Set<String> metrics = new TreeSet<>();
        while (names.find()) {
            if (!WORDS.contains(names.group())) {
                metrics.add(names.group());
            }
        }
        return new Promql(metrics, labels);
    }

    private static String take(Pattern pattern, String expression, Set<String> labels) {
        Matcher parts = pattern.matcher(expression);
        while (parts.find()) {
            Matcher names = NAME.matcher(parts.group(1));
            while (names.find()) {
                labels.add(names.group());
            }
        }
        return parts.replaceAll("");
    }
}
