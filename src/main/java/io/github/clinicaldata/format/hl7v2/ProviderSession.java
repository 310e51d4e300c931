package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.provider.Provider;

/**
 * Writes messages that providers send.
 *
 * @param <R> the type of record
 */
abstract class ProviderSession<R> extends Hl7Session<R> {
    ProviderSession(
            MessageType<R> type,
            StreamContext context,
            String structure,
            String receiver,
            String acknowledgments,
            String profile) {
        super(type, context, structure, receiver, acknowledgments, profile);
    }

    /** Who sends the message, or works for who does. */
    protected abstract Provider sender(R record);

    @Override
    protected final void facility(R record) {
        out.digits(PartyWriter.NPI, PartyWriter.organizationNpi(sender(record)));
    }
}
