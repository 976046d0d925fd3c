"""Words: every sentence that a user reads, by id, in English and Chinese.

Holds the catalogue files (`catalogue/<room>.toml`) and the functions that fill them.
May import `errors`. Never decides anything: it only words what other rooms found.
"""
