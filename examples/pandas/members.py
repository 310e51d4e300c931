"""Reads a CSV stream in pieces, so that memory holds one piece at a time, and counts members by age and gender."""
import os

import pandas

url = os.environ.get("CLINICAL_URL", "http://localhost:8080")
counts = None
pieces = pandas.read_csv(
    f"{url}/api/v1/members/stream?count=20000&format=csv", chunksize=5000, dtype=str
)
for piece in pieces:
    decade = (2026 - piece["birth_date"].str[:4].astype(int)) // 10 * 10
    part = piece.groupby([decade, piece["gender"]]).size()
    counts = part if counts is None else counts.add(part, fill_value=0)
print(counts.unstack().astype(int))
