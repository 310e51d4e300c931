package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.fhir.Element;
import io.github.clinicaldata.format.fhir.Elements;
import io.github.clinicaldata.format.fhir.Fragment;
import io.github.clinicaldata.format.fhir.ResourceType;
import io.github.clinicaldata.format.fhir.ResourceWriter;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.Text;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes from a resource what searches and exports ask for: its id, its patient, when it changed,
 * identifiers, names, birth date and sex. Any mapping can be asked so; none needs to know of
 * searches. Used again for each resource; not safe for use by several threads.
 */
public final class ResourceProbe implements ResourceWriter {
    private static final Set<String> PATIENTS = Set.of("patient", "subject", "beneficiary");
    private static final String BIRTH_DATE = "birthDate";
    private static final String TARGET = "target";
    private static final String GIVEN = "given";
    private static final long SECONDS_A_DAY = 86_400;

    /** Learns where a resource refers to. */
    public interface References {
        /** It refers to a resource of a record. */
        void record(ResourceType type, RecordId id);
    }

    /** An identifier of a resource. */
    record Identifier(String system, String value) {}

    /** A name, or a part of one; {@code part} is the name of its element. */
    record NamePart(String part, String value) {}

    private final @Nullable References references;
    private final ByteSink sink = new ByteSink(64);
    private String type = "";
    private String id = "";
    private @Nullable RecordId patient;
    private long lastUpdated;
    private @Nullable LocalDate birthDate;
    private String gender = "";
    private final List<Identifier> identifiers = new ArrayList<>();
    private final List<NamePart> names = new ArrayList<>();

    /** The outermost element that was begun, or none. */
    private String outermost = "";

    private String list = "";
    private int depth;
    private String system = "";
    private String value = "";

    /** A probe that tells of no references. */
    public ResourceProbe() {
        this(null);
    }

    /** A probe that tells of references. */
    public ResourceProbe(@Nullable References references) {
        this.references = references;
    }

    /** Looks at a resource. */
    public ResourceProbe look(ResourceContent content) {
        content.write(this);
        return this;
    }

    /** Type and id. */
    String path() {
        return type + "/" + id;
    }

    /** The patient that it is of, or null. */
    public @Nullable RecordId patient() {
        return patient;
    }

    /** When it became what it is, in seconds since 1970 in coordinated universal time. */
    public long lastUpdated() {
        return lastUpdated;
    }

    /** The birth date, or null. */
    @Nullable LocalDate birthDate() {
        return birthDate;
    }

    /** The sex as FHIR codes it, or empty. */
    String gender() {
        return gender;
    }

    /** The identifiers of the resource itself. */
    List<Identifier> identifiers() {
        return identifiers;
    }

    /** The names and their parts. */
    List<NamePart> names() {
        return names;
    }

    private String string(RecordId record, Literal suffix) {
        sink.truncate(0);
        sink.write(record);
        sink.write(suffix);
        return new String(sink.toByteArray(), StandardCharsets.UTF_8);
    }

    @Override
    public void begin(ResourceType begun, RecordId record, Literal suffix) {
        begin(begun, string(record, suffix));
        if (begun == ResourceType.PATIENT) {
            patient = record;
        }
    }

    @Override
    public void begin(ResourceType begun, Text given) {
        begin(begun, given.toString());
    }

    private void begin(ResourceType begun, String given) {
        type = begun.typeName();
        id = given;
        patient = null;
        lastUpdated = 0;
        birthDate = null;
        gender = "";
        identifiers.clear();
        names.clear();
        depth = 0;
        outermost = "";
    }

    @Override
    public void end() {}

    @Override
    public void beginContained(ResourceType contained, Text given) {
        depth++;
    }

    @Override
    public void endContained() {
        close();
    }

    @Override
    public void contained(Text given) {}

    private void open(Element element) {
        if (depth++ == 0) {
            outermost = element.name();
        }
    }

    private void close() {
        if (--depth == 0) {
            outermost = "";
        }
    }

    private boolean isIn(Element element, int atDepth) {
        return depth == atDepth && outermost.equals(element.name());
    }

    @Override
    public void beginObject(Element element) {
        open(element);
    }

    @Override
    public void beginObject() {
        depth++;
        system = "";
        value = "";
    }

    @Override
    public void endObject() {
        if (isIn(Elements.IDENTIFIER, 2) && !value.isEmpty()) {
            identifiers.add(new Identifier(system, value));
        }
        close();
    }

    @Override
    public void beginArray(Element element) {
        open(element);
        list = element.name();
    }

    @Override
    public void endArray() {
        close();
    }

    private void take(Element element, String text) {
        if (isIn(Elements.IDENTIFIER, 2)) {
            if (element.name().equals(Elements.SYSTEM.name())) {
                system = text;
            } else if (element.name().equals(Elements.VALUE.name())) {
                value = text;
            }
        } else if (isIn(Elements.NAME, 2)
                && (element.name().equals("family") || element.name().equals("text"))) {
            names.add(new NamePart(element.name(), text));
        } else if (depth == 0 && element.name().equals(Elements.NAME.name())) {
            names.add(new NamePart(element.name(), text));
        } else if (depth == 0 && element.name().equals(Elements.GENDER.name())) {
            gender = text;
        }
    }

    /** Whether texts are of interest at this place; elsewhere they need not be made. */
    private boolean listens() {
        return depth == 0 || isIn(Elements.IDENTIFIER, 2) || outermost.equals("name");
    }

    @Override
    public void text(Element element, Text text) {
        if (listens()) {
            take(element, text.toString());
        }
    }

    @Override
    public void text(Text text) {
        if (isIn(Elements.NAME, 3) && list.equals(GIVEN)) {
            names.add(new NamePart(GIVEN, text.toString()));
        }
    }

    @Override
    public void digits(Element element, DigitPattern pattern, long number) {
        if (listens()) {
            take(element, pattern.format(number));
        }
    }

    @Override
    public void id(Element element, RecordId record) {
        if (listens()) {
            take(element, record.toString());
        }
    }

    @Override
    public void date(Element element, LocalDate date) {
        if (depth == 0 && element.name().equals(BIRTH_DATE)) {
            birthDate = date;
        }
    }

    @Override
    public void dateTime(Element element, OffsetDateTime moment) {
        if (isIn(Elements.META, 1)) {
            lastUpdated = moment.toEpochSecond();
        }
    }

    @Override
    public void startOfDay(Element element, LocalDate date) {
        if (isIn(Elements.META, 1)) {
            lastUpdated = date.toEpochDay() * SECONDS_A_DAY;
        }
    }

    @Override
    public void decimal(Element element, long number, int decimals) {}

    @Override
    public void integer(Element element, long number) {}

    @Override
    public void integer(long number) {}

    @Override
    public void bool(Element element, boolean yes) {}

    @Override
    public void reference(
            Element element,
            ResourceType target,
            RecordId record,
            Literal suffix,
            @Nullable Text display) {
        refer(target, record);
        boolean names =
                depth == 0 && PATIENTS.contains(element.name())
                        || depth == 2 && outermost.equals("participant");
        if (names && target == ResourceType.PATIENT && patient == null) {
            patient = record;
        }
    }

    private void refer(ResourceType target, RecordId record) {
        if (references != null) {
            references.record(target, record);
        }
    }

    @Override
    public void reference(
            Element element, ResourceType target, Text given, @Nullable Text display) {}

    @Override
    public void reference(ResourceType target, RecordId record, @Nullable Text display) {
        refer(target, record);
        if (target == ResourceType.PATIENT && depth == 1 && outermost.equals(TARGET)) {
            patient = record;
        }
    }

    @Override
    public void reference(ResourceType target, Text given, @Nullable Text display) {}

    @Override
    public void fixed(Fragment fragment) {
        if (listens() || references != null) {
            fragment.replay(this);
        }
    }
}
