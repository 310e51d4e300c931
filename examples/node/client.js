// Reads an endless gRPC stream of members and cancels it after a thousand; the server stops at once.
const path = require('path');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const proto = loader.loadSync('clinical/v1/service.proto', {
  includeDirs: [path.join(__dirname, '../../proto'), path.join(__dirname, 'protos')],
  keepCase: true,
});
const { ClinicalDataService } = grpc.loadPackageDefinition(proto).clinical.v1;
const client = new ClinicalDataService(
  process.env.CLINICAL_GRPC || 'localhost:9000', grpc.credentials.createInsecure());

const wanted = 1000;
const ids = new Set();
const call = client.StreamMembers({ unbounded: true }, { deadline: Date.now() + 30000 });
call.on('data', (member) => {
  ids.add(member.id);
  if (ids.size === wanted) call.cancel();
});
call.on('error', (error) => {
  client.close();
  if (error.code !== grpc.status.CANCELLED) throw error;
  console.log(`${ids.size} members, none twice; the last is ${[...ids].pop()}`);
});
