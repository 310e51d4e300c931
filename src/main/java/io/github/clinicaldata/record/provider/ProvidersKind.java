package io.github.clinicaldata.record.provider;

import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordGenerator;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.place.Places;
import jakarta.inject.Singleton;
import java.util.List;

/** The kind {@code providers}. */
@Singleton
public final class ProvidersKind implements RecordKind<Provider> {
    /** The kind's code in ids. */
    public static final int CODE = 2;

    private final ProviderDirectory directory = ProviderDirectory.standard();

    @Override
    public String name() {
        return "providers";
    }

    @Override
    public String singular() {
        return "provider";
    }

    @Override
    public int code() {
        return CODE;
    }

    @Override
    public String description() {
        return "Practitioners and organizations with NPI, taxonomy, specialty, address and"
                + " networks";
    }

    @Override
    public RecordSchema<Provider> schema() {
        return Provider.SCHEMA;
    }

    @Override
    public RecordGenerator<Provider> generator() {
        return readers -> directory.open(readers.population());
    }

    @Override
    public List<RecordFilter<Provider>> filters() {
        List<String> specialties =
                directory.allTypes().stream().map(type -> type.type().toString()).toList();
        return List.of(
                Filters.oneOf(
                        "state",
                        "State of practice, USPS code",
                        Places.standard().stateCodes(),
                        provider -> provider.address().place().state().code()),
                Filters.oneOf(
                        "entity_type",
                        "Practitioner or organization",
                        Filters.codes(EntityType.values()),
                        provider -> provider.type().entityType().code()),
                Filters.oneOf(
                        "type",
                        "Type of provider",
                        specialties,
                        provider -> provider.type().type()));
    }
}
