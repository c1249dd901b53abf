"""Telling people: notices in the app and by mail, and the outbox of letters that wait for a named sender."""
