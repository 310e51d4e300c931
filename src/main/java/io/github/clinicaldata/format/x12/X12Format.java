package io.github.clinicaldata.format.x12;

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
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The format {@code x12}: one well-formed interchange of a transaction set of 005010. */
@Singleton
public final class X12Format implements RecordFormat {
    /** The format's name. */
    public static final String NAME = "x12";

    private static final String TRANSACTION = "transaction";

    /** The usual one of a kind first, then by name. */
    private static final Comparator<TransactionSet<?>> ORDER =
            Comparator.<TransactionSet<?>, Boolean>comparing(set -> !set.usual())
                    .thenComparing(TransactionSet::name);

    private final List<TransactionSet<?>> sets = new ArrayList<>();

    /** Collects the transaction sets that announced themselves. */
    @Inject
    X12Format(Instance<TransactionSet<?>> sets) {
        sets.forEach(this.sets::add);
        this.sets.sort(ORDER);
    }

    /** A format of these transaction sets. */
    public X12Format(List<? extends TransactionSet<?>> sets) {
        this.sets.addAll(sets);
        this.sets.sort(ORDER);
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
        return List.copyOf(sets);
    }

    /** The transaction set of a name, of whatever kind. */
    public Optional<TransactionSet<?>> set(String name) {
        return sets.stream()
                .filter(set -> set.name().equals(name))
                .<TransactionSet<?>>map(set -> set)
                .findFirst();
    }

    /** The names of all transaction sets, with commas between them. */
    public String setNames() {
        return sets.stream().map(TransactionSet::name).sorted().collect(Collectors.joining(", "));
    }

    /** The largest number of records that {@code per_transaction} takes. */
    public long mostPerTransaction() {
        return X12Options.PER_TRANSACTION.high();
    }

    private List<TransactionSet<?>> sets(RecordKind<?> kind) {
        return sets.stream().filter(set -> set.kind().equals(kind.name())).toList();
    }

    @Override
    public boolean supports(RecordKind<?> kind) {
        return !sets(kind).isEmpty();
    }

    @Override
    public List<FormatOption> options(RecordKind<?> kind) {
        List<FormatOption> options = new ArrayList<>();
        options.add(transaction(kind));
        options.addAll(X12Options.all());
        return List.copyOf(options);
    }

    private FormatOption transaction(RecordKind<?> kind) {
        return FormatOption.word(
                TRANSACTION,
                "X12 transaction set.",
                sets(kind).stream().map(TransactionSet::name).toList());
    }

    @SuppressWarnings("unchecked")
    private <R> TransactionSet<R> set(RecordKind<R> kind, FormatOptions options) {
        String name = options.text(transaction(kind));
        return (TransactionSet<R>)
                sets(kind).stream()
                        .filter(set -> set.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No set " + name));
    }

    @Override
    public <R> @Nullable Predicate<R> selection(RecordKind<R> kind, FormatOptions options) {
        TransactionSet<R> set = set(kind, options);
        return set.writesAll() ? null : set::writes;
    }

    @Override
    public <R> RecordEncoder<R> encoder(RecordKind<R> kind, RecordSchema<R> schema) {
        return context -> set(kind, context.options()).open(context);
    }
}
