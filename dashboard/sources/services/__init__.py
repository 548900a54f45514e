"""Asking services: tables of CBS over the network, with patience and limits."""
