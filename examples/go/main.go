// Reads members over gRPC with a deadline and prints how many live in which state.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"time"

	clinicalv1 "example.com/clinicaldata/clinicalv1"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
)

func main() {
	address := os.Getenv("CLINICAL_GRPC")
	if address == "" {
		address = "localhost:9000"
	}
	connection, err := grpc.NewClient(address, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	defer connection.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()

	stream, err := clinicalv1.NewClinicalDataServiceClient(connection).StreamMembers(ctx,
		&clinicalv1.StreamRequest{Extent: &clinicalv1.StreamRequest_Count{Count: 1000}})
	if err != nil {
		log.Fatal(err)
	}
	states := map[string]int{}
	for {
		member, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			log.Fatal(err)
		}
		states[member.GetAddress().GetState()]++
	}
	fmt.Println(states)
}
