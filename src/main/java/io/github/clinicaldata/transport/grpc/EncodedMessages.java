package io.github.clinicaldata.transport.grpc;

import io.grpc.MethodDescriptor.Marshaller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Passes encoded messages on as they are; a client can't tell them from those of stock marshallers.
 */
enum EncodedMessages implements Marshaller<EncodedMessage> {
    /** The marshaller; it has no state. */
    MARSHALLER;

    @Override
    public InputStream stream(EncodedMessage message) {
        return message;
    }

    @Override
    public EncodedMessage parse(InputStream stream) {
        try {
            byte[] bytes = stream.readAllBytes();
            return new EncodedMessage(bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
