"""Reads members over gRPC and counts them by state; made stubs come from ./run."""
import collections
import os

import grpc
from clinical.v1 import service_pb2, service_pb2_grpc

address = os.environ.get("CLINICAL_GRPC", "localhost:9000")
with grpc.insecure_channel(address) as channel:
    client = service_pb2_grpc.ClinicalDataServiceStub(channel)
    by_state = collections.Counter(
        member.address.state
        for member in client.StreamMembers(service_pb2.StreamRequest(count=1000), timeout=30)
    )
print(sum(by_state.values()), "members;", by_state.most_common(3))
