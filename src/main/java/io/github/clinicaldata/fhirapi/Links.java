package io.github.clinicaldata.fhirapi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The links of a page to itself and to the next. */
final class Links {
    private Links() {}

    /**
     * The links by their relation.
     *
     * @param url without a query
     * @param used the parameters of the page
     * @param next where the next page begins, or null
     */
    static Map<String, String> of(String url, Map<String, List<String>> used, @Nullable Long next) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", url(url, used));
        if (next != null) {
            Map<String, List<String>> following = new LinkedHashMap<>(used);
            following.put(SearchReader.OFFSET, List.of(Long.toString(next)));
            links.put("next", url(url, following));
        }
        return links;
    }

    private static String url(String url, Map<String, List<String>> parameters) {
        StringBuilder whole = new StringBuilder(url);
        char separator = '?';
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            for (String value : parameter.getValue()) {
                whole.append(separator)
                        .append(encode(parameter.getKey()))
                        .append('=')
                        .append(encode(value));
                separator = '&';
            }
        }
        return whole.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
