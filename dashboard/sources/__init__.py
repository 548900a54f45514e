"""Files and services in, checked figures out."""
