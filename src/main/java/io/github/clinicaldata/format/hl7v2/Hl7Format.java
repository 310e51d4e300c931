package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.FormatOption;
import io.github.clinicaldata.format.FormatOptions;
import io.github.clinicaldata.format.RecordEncoder;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.format.VariantNeeds;
import io.github.clinicaldata.format.Variants;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordSchema;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The format {@code hl7v2}: messages of HL7 version 2.5.1, one of each record. */
@Singleton
public final class Hl7Format implements RecordFormat {
    /** The format's name. */
    public static final String NAME = "hl7v2";

    /** The media type of messages. */
    public static final String MEDIA_TYPE = "application/hl7-v2";

    private final Variants<MessageType<?>> types;

    /** Collects the messages that announced themselves. */
    @Inject
    Hl7Format(Instance<MessageType<?>> types) {
        this((Iterable<MessageType<?>>) types);
    }

    /** A format of these messages. */
    public Hl7Format(Iterable<? extends MessageType<?>> types) {
        this.types = new Variants<>("message", "HL7 message.", types);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public List<String> otherMediaTypes() {
        return List.of("application/hl7-v2+er7", "x-application/hl7-v2+er7");
    }

    @Override
    public String description() {
        return "HL7 v2.5.1 messages, one of each record; which one, by the parameter message";
    }

    @Override
    public boolean textual() {
        return true;
    }

    @Override
    public boolean singleLineRecords() {
        return false;
    }

    @Override
    public boolean selfContainedRecords() {
        return true;
    }

    @Override
    public @Nullable FormatOption unlikeText(FormatOptions options) {
        return Hl7Options.isMllp(options) ? Hl7Options.FRAMING : null;
    }

    @Override
    public boolean leavesOutFields() {
        return false;
    }

    @Override
    public boolean supports(RecordKind<?> kind) {
        return !types.of(kind).isEmpty();
    }

    @Override
    public List<FormatOption> options(RecordKind<?> kind) {
        List<FormatOption> options = new ArrayList<>();
        options.add(types.option(kind));
        options.addAll(Hl7Options.all());
        types.of(kind).forEach(type -> options.addAll(type.options()));
        return options.stream().distinct().toList();
    }

    @Override
    public <R> @Nullable Predicate<R> selection(RecordKind<R> kind, FormatOptions options) {
        return types.selection(kind, options);
    }

    @Override
    public VariantNeeds needs(RecordKind<?> kind, FormatOptions options) {
        return types.needs(kind, options);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> RecordEncoder<R> encoder(RecordKind<R> kind, RecordSchema<R> schema) {
        return context -> ((MessageType<R>) types.chosen(kind, context.options())).open(context);
    }
}
