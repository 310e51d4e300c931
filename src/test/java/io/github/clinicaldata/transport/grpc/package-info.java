/** Tests with a real gRPC client over a real port. */
@NullMarked
package io.github.clinicaldata.transport.grpc;

import org.jspecify.annotations.NullMarked;
