package io.github.clinicaldata.record.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A map of a YAML file on the class path, read with checks whose messages say where in which file
 * the mistake is.
 */
public final class YamlNode {
    private final String where;
    private final Map<String, Object> values;

    private YamlNode(String where, Object value) {
        this.where = where;
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalStateException(where + " must be a map, was " + value);
        }
        values = new LinkedHashMap<>();
        map.forEach((key, each) -> values.put(String.valueOf(key), each));
    }

    /**
     * Reads a file.
     *
     * @param resource the path below the root of the class path
     * @throws IllegalStateException when there is no such resource or it is no map
     */
    public static YamlNode read(String resource) {
        try (InputStream input = YamlNode.class.getClassLoader().getResourceAsStream(resource)) {
            if (input == null) {
                throw new IllegalStateException("The class path lacks " + resource);
            }
            return read(resource, new InputStreamReader(input, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    /** Reads a file that is open. */
    public static YamlNode read(String name, Reader reader) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object value = new Yaml(new SafeConstructor(options)).load(reader);
        return new YamlNode(name, value);
    }

    /** The file and the place in it. */
    public String where() {
        return where;
    }

    /** The error of a value that makes no sense. */
    public IllegalStateException error(String message) {
        return new IllegalStateException(where + ": " + message);
    }

    /** Refuses keys that have no meaning. */
    public void allowOnly(String... keys) {
        Set<String> unknown = new TreeSet<>(values.keySet());
        List.of(keys).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw error("unknown " + unknown + "; known are " + List.of(keys));
        }
    }

    /** The keys in the file's order. */
    public List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /** Whether there is a value for a key. */
    public boolean has(String key) {
        return values.get(key) != null;
    }

    private Object required(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw error(key + " is missing");
        }
        return value;
    }

    /** The text of a key. */
    public String text(String key) {
        return String.valueOf(required(key));
    }

    /** The text of a key, or null. */
    public @Nullable String textOrNull(String key) {
        return has(key) ? text(key) : null;
    }

    /** The text of a key, or another where there is none. */
    public String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    /** The number of a key. */
    public double number(String key) {
        return parse(key, Double::parseDouble);
    }

    /** The number of a key, or another where there is none. */
    public double number(String key, double otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    /** The whole number of a key. */
    public int integer(String key) {
        return parse(key, Integer::parseInt);
    }

    /** The whole number of a key, or another where there is none. */
    public int integer(String key, int otherwise) {
        return has(key) ? integer(key) : otherwise;
    }

    /** Whether a key is true; false where there is none. */
    public boolean flag(String key) {
        return has(key) && Boolean.parseBoolean(text(key));
    }

    /** The range of a key. */
    public IntRange range(String key) {
        return parse(key, IntRange::parse);
    }

    /** The range of a key, or another where there is none. */
    public IntRange range(String key, IntRange otherwise) {
        return has(key) ? range(key) : otherwise;
    }

    private <T> T parse(String key, Function<String, T> parser) {
        String text = text(key);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(where + ": " + key + " cannot be " + text, e);
        }
    }

    /** The map of a key. */
    public YamlNode map(String key) {
        return new YamlNode(where + "." + key, required(key));
    }

    /** Whether a key has a list. */
    boolean isList(String key) {
        return values.get(key) instanceof List<?>;
    }

    /** The elements of a list of texts or numbers; none where there is no such key. */
    public List<String> texts(String key) {
        return elements(key).stream().map(String::valueOf).toList();
    }

    /** The elements of a list of maps; none where there is no such key. */
    public List<YamlNode> list(String key) {
        return list(key, "");
    }

    /**
     * The elements of a list of maps; none where there is no such key.
     *
     * @param plain the key under which an element stands that is a plain text
     */
    public List<YamlNode> list(String key, String plain) {
        List<YamlNode> nodes = new ArrayList<>();
        for (Object element : elements(key)) {
            Object map =
                    element instanceof Map<?, ?> || plain.isEmpty()
                            ? element
                            : Map.of(plain, element);
            nodes.add(new YamlNode(where + "." + key + "[" + nodes.size() + "]", map));
        }
        return nodes;
    }

    /** The maps of a key that has a list of them or a single one. */
    public List<YamlNode> listOrOne(String key) {
        return values.get(key) instanceof List<?> ? list(key) : List.of(map(key));
    }

    private List<?> elements(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> elements)) {
            throw error(key + " must be a list, was " + value);
        }
        return elements;
    }
}
