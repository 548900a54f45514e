"""Kerncijfers wijken en buurten of CBS, in each of its forms."""
