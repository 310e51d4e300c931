package io.github.clinicaldata.format.fhir.hapi;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.fhir.Element;
import io.github.clinicaldata.format.fhir.Fragment;
import io.github.clinicaldata.format.fhir.ResourceType;
import io.github.clinicaldata.format.fhir.ResourceWriter;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.Text;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ResourceFactory;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Builds the structures of HAPI, for what they can do and bytes can't, such as XML. */
public final class HapiResourceWriter implements ResourceWriter {
    private static final String CHOICE = "[x]";

    /** What was begun and not ended, the innermost first. */
    private final Deque<Base> open = new ArrayDeque<>();

    /** The list that was begun in each of them, in the same order. */
    private final Deque<String> lists = new ArrayDeque<>();

    private final ByteSink sink = new ByteSink(64);
    private @Nullable Resource resource;

    /**
     * The resource that was written.
     *
     * @throws NullPointerException when none was
     */
    public Resource resource() {
        return Objects.requireNonNull(resource, "No resource was written");
    }

    @Override
    public void begin(ResourceType type, RecordId id, Literal suffix) {
        begin(type, value(target -> writeId(target, id, suffix)));
    }

    @Override
    public void begin(ResourceType type, Text id) {
        begin(type, id.toString());
    }

    private void begin(ResourceType type, String id) {
        Resource begun = ResourceFactory.createResource(type.typeName());
        begun.setId(type.typeName() + "/" + id);
        resource = begun;
        open.clear();
        lists.clear();
        open.push(begun);
    }

    private static void writeId(ByteSink sink, RecordId id, Literal suffix) {
        sink.write(id);
        sink.write(suffix);
    }

    @Override
    public void end() {
        open.pop();
    }

    @Override
    public void beginContained(ResourceType type, Text id) {
        Resource contained = ResourceFactory.createResource(type.typeName());
        contained.setId(id.toString());
        ((DomainResource) current()).addContained(contained);
        open.push(contained);
    }

    @Override
    public void endContained() {
        open.pop();
    }

    @Override
    public void contained(Text id) {
        Reference reference = (Reference) current().addChild(list());
        reference.setReferenceElement(new StringType("#" + id));
    }

    private Base current() {
        return Objects.requireNonNull(open.peek(), "Nothing was begun");
    }

    private String list() {
        return Objects.requireNonNull(lists.peek(), "No list was begun");
    }

    @Override
    public void beginObject(Element element) {
        open.push(current().addChild(element.name()));
    }

    @Override
    public void beginObject() {
        open.push(current().addChild(list()));
    }

    @Override
    public void endObject() {
        open.pop();
    }

    @Override
    public void beginArray(Element element) {
        lists.push(element.name());
    }

    @Override
    public void endArray() {
        lists.pop();
    }

    /** Sets or adds a primitive; HAPI knows of which type it is. */
    private void primitive(String name, String value) {
        Base parent = current();
        Property property =
                Objects.requireNonNull(
                        parent.getNamedProperty(name), () -> parent.fhirType() + " has no " + name);
        if (property.getName().endsWith(CHOICE)) {
            ((PrimitiveType<?>) parent.addChild(name)).setValueAsString(value);
        } else {
            parent.setProperty(name, primitive(property, value));
        }
    }

    private static PrimitiveType<?> primitive(Property property, String value) {
        String type = property.getTypeCode();
        int parenthesis = type.indexOf('(');
        String plain = parenthesis < 0 ? type : type.substring(0, parenthesis);
        PrimitiveType<?> primitive = (PrimitiveType<?>) ResourceFactory.createType(plain);
        primitive.setValueAsString(value);
        return primitive;
    }

    private String value(Consumer<ByteSink> content) {
        sink.truncate(0);
        content.accept(sink);
        return new String(sink.toByteArray(), StandardCharsets.UTF_8);
    }

    @Override
    public void text(Element element, Text value) {
        primitive(element.name(), value.toString());
    }

    @Override
    public void text(Text value) {
        primitive(list(), value.toString());
    }

    @Override
    public void digits(Element element, DigitPattern pattern, long number) {
        primitive(element.name(), pattern.format(number));
    }

    @Override
    public void id(Element element, RecordId id) {
        primitive(element.name(), id.toString());
    }

    @Override
    public void date(Element element, LocalDate date) {
        primitive(element.name(), date.toString());
    }

    @Override
    public void dateTime(Element element, OffsetDateTime moment) {
        primitive(element.name(), value(target -> target.write(moment)));
    }

    @Override
    public void startOfDay(Element element, LocalDate date) {
        primitive(element.name(), date + "T00:00:00Z");
    }

    @Override
    public void decimal(Element element, long number, int decimals) {
        primitive(element.name(), value(target -> target.writeDecimal(number, decimals)));
    }

    @Override
    public void integer(Element element, long number) {
        primitive(element.name(), Long.toString(number));
    }

    @Override
    public void integer(long number) {
        primitive(list(), Long.toString(number));
    }

    @Override
    public void bool(Element element, boolean value) {
        primitive(element.name(), new BooleanType(value).getValueAsString());
    }

    @Override
    public void reference(
            Element element,
            ResourceType type,
            RecordId id,
            Literal suffix,
            @Nullable Text display) {
        reference(element.name(), type, value(target -> writeId(target, id, suffix)), display);
    }

    @Override
    public void reference(Element element, ResourceType type, Text id, @Nullable Text display) {
        reference(element.name(), type, id.toString(), display);
    }

    @Override
    public void reference(ResourceType type, RecordId id, @Nullable Text display) {
        reference(list(), type, id.toString(), display);
    }

    @Override
    public void reference(ResourceType type, Text id, @Nullable Text display) {
        reference(list(), type, id.toString(), display);
    }

    private void reference(String name, ResourceType type, String id, @Nullable Text display) {
        Reference reference = (Reference) current().addChild(name);
        reference.setReferenceElement(new StringType(type.typeName() + "/" + id));
        if (display != null) {
            reference.setDisplay(display.toString());
        }
    }

    @Override
    public void fixed(Fragment fragment) {
        fragment.replay(this);
    }
}
