module example.com/clinicaldata

go 1.24

require (
	google.golang.org/genproto v0.0.0-20250826171959-ef028d996bc1
	google.golang.org/grpc v1.75.0
	google.golang.org/protobuf v1.36.8
)
