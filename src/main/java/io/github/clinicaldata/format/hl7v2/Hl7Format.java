package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.FormatOption;
import io.github.clinicaldata.format.FormatOptions;
import io.github.clinicaldata.format.RecordEncoder;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordSchema;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
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

    private static final String MESSAGE = "message";

    /** The usual one of a kind first, then by name. */
    private static final Comparator<MessageType<?>> ORDER =
            Comparator.<MessageType<?>, Boolean>comparing(type -> !type.usual())
                    .thenComparing(MessageType::name);

    private final List<MessageType<?>> types = new ArrayList<>();

    /** Collects the messages that announced themselves. */
    @Inject
    Hl7Format(Instance<MessageType<?>> types) {
        types.forEach(this.types::add);
        this.types.sort(ORDER);
    }

    /** A format of these messages. */
    public Hl7Format(List<? extends MessageType<?>> types) {
        this.types.addAll(types);
        this.types.sort(ORDER);
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

    private List<MessageType<?>> types(RecordKind<?> kind) {
        return types.stream().filter(type -> type.kind().equals(kind.name())).toList();
    }

    @Override
    public boolean supports(RecordKind<?> kind) {
        return !types(kind).isEmpty();
    }

    @Override
    public List<FormatOption> options(RecordKind<?> kind) {
        List<FormatOption> options = new ArrayList<>();
        options.add(message(kind));
        options.addAll(Hl7Options.all());
        types(kind).forEach(type -> options.addAll(type.options()));
        return options.stream().distinct().toList();
    }

    private FormatOption message(RecordKind<?> kind) {
        return FormatOption.word(
                MESSAGE, "HL7 message.", types(kind).stream().map(MessageType::name).toList());
    }

    @SuppressWarnings("unchecked")
    private <R> MessageType<R> type(RecordKind<R> kind, FormatOptions options) {
        String name = options.text(message(kind));
        return (MessageType<R>)
                types(kind).stream()
                        .filter(type -> type.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No message " + name));
    }

    @Override
    public <R> @Nullable Predicate<R> selection(RecordKind<R> kind, FormatOptions options) {
        MessageType<R> type = type(kind, options);
        return type.writesAll() ? null : type::writes;
    }

    @Override
    public <R> RecordEncoder<R> encoder(RecordKind<R> kind, RecordSchema<R> schema) {
        return context -> type(kind, context.options()).open(context);
    }
}
