package io.github.clinicaldata.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Objects as the Kubernetes API knows them, read with fabric8's models of it. */
final class KubernetesObjects {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private final List<HasMetadata> objects = new ArrayList<>();

    /** Reads objects; what the API does not know is an error. */
    static KubernetesObjects of(List<JsonNode> documents) {
        KubernetesObjects read = new KubernetesObjects();
        for (JsonNode document : documents) {
            read.objects.add(strictly(document));
        }
        return read;
    }

    private static HasMetadata strictly(JsonNode document) {
        Object object = SERIALIZATION.unmarshal(document.toString());
        if (object instanceof GenericKubernetesResource || !(object instanceof HasMetadata)) {
            throw new AssertionError("no such kind: " + document);
        }
        List<String> unknown = new ArrayList<>();
        collectUnknown(object, document.path("kind").asText(), unknown);
        if (!unknown.isEmpty()) {
            throw new AssertionError("fields that the API does not know: " + unknown);
        }
        return (HasMetadata) object;
    }

    /** The models keep what they do not know in maps of additional properties. */
    private static void collectUnknown(@Nullable Object value, String path, List<String> unknown) {
        if (value instanceof Collection<?> items) {
            items.forEach(item -> collectUnknown(item, path + "[]", unknown));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> collectUnknown(item, path + "." + key, unknown));
        } else if (value != null && value.getClass().getName().startsWith("io.fabric8.")) {
            for (Field field : value.getClass().getDeclaredFields()) {
                collectOfField(value, field, path, unknown);
            }
        }
    }

    private static void collectOfField(
            Object owner, Field field, String path, List<String> unknown) {
        if (Modifier.isStatic(field.getModifiers()) || owner instanceof Enum) {
            return;
        }
        try {
            field.setAccessible(true);
            Object value = field.get(owner);
            if (field.getName().equals("additionalProperties") && value instanceof Map<?, ?> map) {
                map.keySet().forEach(key -> unknown.add(path + "." + key));
            } else {
                collectUnknown(value, path + "." + field.getName(), unknown);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    List<HasMetadata> all() {
        return objects;
    }

    <T> List<T> of(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The only object of a type. */
    <T> T only(Class<T> type) {
        List<T> found = of(type);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " objects are a " + type.getSimpleName());
        }
        return found.get(0);
    }

    <T extends HasMetadata> Optional<T> named(Class<T> type, String name) {
        return of(type).stream()
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst();
    }
}
