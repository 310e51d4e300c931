"""Users that post members to the system under test, each from a shard of its own.

locust -f examples/locust/locustfile.py --headless --users 8 --host https://system.under.test
"""
import itertools
import os

import requests
from locust import HttpUser, constant, task

SOURCE = os.environ.get("CLINICAL_URL", "http://localhost:8080")
SHARDS = int(os.environ.get("USERS", "8"))
numbers = itertools.count()


class Payer(HttpUser):
    wait_time = constant(0.1)

    def on_start(self):
        shard = next(numbers) % SHARDS
        stream = requests.get(
            f"{SOURCE}/api/v1/members/stream?count=10000000&shard={shard}/{SHARDS}",
            stream=True,
            timeout=60,
        )
        stream.raise_for_status()
        self.members = stream.iter_lines()

    @task
    def enroll(self):
        self.client.post(
            "/members", data=next(self.members), headers={"Content-Type": "application/json"}
        )
