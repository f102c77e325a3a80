"""Texts by the million: tables, Parquet, JSON Lines and folders to rows, one after the other, each bounded."""
