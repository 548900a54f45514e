"""What columns mean: areas, periods, groups and numbers as people write them, into checked figures."""
