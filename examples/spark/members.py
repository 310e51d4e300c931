"""One shard a partition: executors read from any replica, and nobody hands out work.

spark-submit examples/spark/members.py
"""
import os
import urllib.request

from pyspark.sql import SparkSession

URL = os.environ.get("CLINICAL_URL", "http://localhost:8080")
SHARDS = int(os.environ.get("SHARDS", "16"))
COUNT = int(os.environ.get("COUNT", "1000000"))


def shard(number):
    query = f"/api/v1/members/stream?count={COUNT}&shard={number}/{SHARDS}"
    with urllib.request.urlopen(URL + query, timeout=600) as lines:
        for line in lines:
            yield line.decode()


spark = SparkSession.builder.appName("members").getOrCreate()
lines = spark.sparkContext.parallelize(range(SHARDS), SHARDS).flatMap(shard)
members = spark.read.json(lines)
members.groupBy("address.state").count().orderBy("count", ascending=False).show(10)
