package io.github.clinicaldata.format.x12;

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
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The format {@code x12}: one well-formed interchange of a transaction set of 005010. */
@Singleton
public final class X12Format implements RecordFormat {
    /** The format's name. */
    public static final String NAME = "x12";

    private final Variants<TransactionSet<?>> sets;

    /** Collects the transaction sets that announced themselves. */
    @Inject
    X12Format(Instance<TransactionSet<?>> sets) {
        this((Iterable<TransactionSet<?>>) sets);
    }

    /** A format of these transaction sets. */
    public X12Format(Iterable<? extends TransactionSet<?>> sets) {
        this.sets = new Variants<>("transaction", "X12 transaction set.", sets);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String mediaType() {
        return "application/EDI-X12";
    }

    @Override
    public List<String> otherMediaTypes() {
        return List.of("application/edi-x12");
    }

    @Override
    public String description() {
        return "X12 005010 interchanges; which transaction set, by the parameter transaction";
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
        return false;
    }

    /** The transaction sets of all kinds. */
    public List<TransactionSet<?>> sets() {
        return sets.all();
    }

    /** The transaction set of a name, of whatever kind. */
    public Optional<TransactionSet<?>> set(String name) {
        return sets.named(name);
    }

    /** The names of all transaction sets, with commas between them. */
    public String setNames() {
        return sets.all().stream()
                .map(TransactionSet::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** The largest number of records that {@code per_transaction} takes. */
    public long mostPerTransaction() {
        return X12Options.PER_TRANSACTION.high();
    }

    @Override
    public boolean leavesOutFields() {
        return false;
    }

    @Override
    public boolean supports(RecordKind<?> kind) {
        return !sets.of(kind).isEmpty();
    }

    @Override
    public List<FormatOption> options(RecordKind<?> kind) {
        List<FormatOption> options = new ArrayList<>();
        options.add(sets.option(kind));
        options.addAll(X12Options.all());
        return List.copyOf(options);
    }

    @Override
    public <R> @Nullable Predicate<R> selection(RecordKind<R> kind, FormatOptions options) {
        return sets.selection(kind, options);
    }

    @Override
    public VariantNeeds needs(RecordKind<?> kind, FormatOptions options) {
        return sets.needs(kind, options);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> RecordEncoder<R> encoder(RecordKind<R> kind, RecordSchema<R> schema) {
        return context -> ((TransactionSet<R>) sets.chosen(kind, context.options())).open(context);
    }
}
