/** gRPC server streams of single records and batches. */
@NullMarked
package io.github.clinicaldata.transport.grpc;

import org.jspecify.annotations.NullMarked;
