"""A population of claims as files, made by mapped tasks: one a shard, each tried again by itself."""
import os
import shutil
import urllib.request

import pendulum
from airflow.sdk import dag, task

URL = os.environ.get("CLINICAL_URL", "http://localhost:8080")
FOLDER = os.environ.get("CLINICAL_FOLDER", "/tmp/clinical-data")
SHARDS = 8


@dag(schedule="@daily", start_date=pendulum.datetime(2026, 1, 1), catchup=False)
def population():
    @task(retries=3)
    def make(shard: int, seed: int = 42) -> str:
        os.makedirs(FOLDER, exist_ok=True)
        path = f"{FOLDER}/claims-{shard}.ndjson"
        query = f"/api/v1/claims/stream?count=1000000&seed={seed}&shard={shard}/{SHARDS}"
        with urllib.request.urlopen(URL + query, timeout=600) as stream:
            with open(path + ".part", "wb") as file:
                shutil.copyfileobj(stream, file)
        os.rename(path + ".part", path)
        return path

    make.expand(shard=list(range(SHARDS)))


population()
