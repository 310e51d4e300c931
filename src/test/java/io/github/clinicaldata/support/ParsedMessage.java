package io.github.clinicaldata.support;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Structure;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.parser.UnexpectedSegmentBehaviourEnum;
import ca.uhn.hl7v2.util.ReadOnlyMessageIterator;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** A message as HAPI reads it: strictly, so that a segment out of its place is an error. */
public final class ParsedMessage {
    private static final HapiContext CONTEXT = context();
    private static final PipeParser PARSER = CONTEXT.getPipeParser();

    private final Message message;

    private ParsedMessage(Message message) {
        this.message = message;
    }

    private static HapiContext context() {
        HapiContext context = new DefaultHapiContext(new CanonicalModelClassFactory("2.5.1"));
        context.setValidationContext(ValidationContextFactory.defaultValidation());
        context.getParserConfiguration()
                .setUnexpectedSegmentBehaviour(UnexpectedSegmentBehaviourEnum.THROW_HL7_EXCEPTION);
        return context;
    }

    /** Parses a message. */
    public static ParsedMessage of(String text) {
        try {
            return new ParsedMessage(PARSER.parse(text));
        } catch (HL7Exception e) {
            throw new AssertionError(e.getMessage() + " in " + text.replace('\r', '\n'), e);
        }
    }

    /** The message as it is written by HAPI. */
    public String encoded() {
        try {
            return PARSER.encode(message);
        } catch (HL7Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The class of the message's structure. */
    public String structure() {
        return message.getName();
    }

    /** How often a segment comes. */
    public int count(String tag) {
        return all(tag).size();
    }

    private List<Segment> all(String tag) {
        List<Segment> found = new ArrayList<>();
        Iterator<Structure> segments =
                ReadOnlyMessageIterator.createPopulatedSegmentIterator(message);
        while (segments.hasNext()) {
            if (segments.next() instanceof Segment segment && segment.getName().equals(tag)) {
                found.add(segment);
            }
        }
        return found;
    }

    /** A field's first component; empty where there is none, or no such segment. */
    public String get(String tag, int field) {
        return get(tag, 0, field, 0, 1, 1);
    }

    /** A component of a field. */
    public String get(String tag, int field, int component) {
        return get(tag, 0, field, 0, component, 1);
    }

    /** A component of a field of one of several segments. */
    public String get(String tag, int which, int field, int component) {
        return get(tag, which, field, 0, component, 1);
    }

    /** A subcomponent. */
    public String get(
            String tag, int which, int field, int repetition, int component, int subcomponent) {
        try {
            List<Segment> found = all(tag);
            if (which >= found.size()) {
                return "";
            }
            Segment segment = found.get(which);
            return Objects.toString(
                    Terser.get(segment, field, repetition, component, subcomponent), "");
        } catch (HL7Exception e) {
            throw new AssertionError(e);
        }
    }
}
