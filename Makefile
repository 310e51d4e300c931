# Short names for what is done often; each is one command that can be typed as well.
.PHONY: help build run test verify format bench image up down clean examples

help: ## what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

build: ## package without tests
	./mvnw package -DskipTests

run: build ## start the server
	java -jar target/quarkus-app/quarkus-run.jar

test: ## unit tests
	./mvnw test

verify: ## everything, as CI does
	./mvnw verify

format: ## mend the format
	./mvnw spotless:apply

bench: ## measure
	src/bench/run

image: build ## the image
	docker build -f src/main/docker/Dockerfile.jvm -t clinical-data-generator .

up: build ## the server with PostgreSQL, Redis, MinIO, Kafka, Prometheus, Grafana
	docker compose up --build --detach

down: ## stop them
	docker compose down

examples: ## run the examples whose tools are there against a server that runs
	examples/check

clean: ## remove what was built
	./mvnw clean
