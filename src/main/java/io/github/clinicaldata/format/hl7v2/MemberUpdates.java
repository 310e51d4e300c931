package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.member.Member;
import jakarta.inject.Singleton;

/** The message {@code adt_a08}: what is known of a person. */
@Singleton
public final class MemberUpdates implements MessageType<Member> {
    @Override
    public String name() {
        return "adt_a08";
    }

    @Override
    public String kind() {
        return "members";
    }

    @Override
    public String description() {
        return "What is known of a person, ADT^A08";
    }

    @Override
    public EncoderSession<Member> open(StreamContext context) {
        return new MemberSession(this, context);
    }
}
