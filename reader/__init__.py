"""Rasad's reader of Arabic news: text in, annotations out. Pure functions; no files, no database,
no scheduler.
"""
