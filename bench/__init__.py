"""Benchmarks that print ratios of things measured in one run, so that they mean something on any
machine. No tests.
"""
