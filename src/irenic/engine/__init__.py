"""Work in chunks: progress, cancel, resume.

Holds the chunk plan, the progress events, the cancel token and the runner; receives the work and the chunk store as
arguments. May import `errors` and `language`. Never knows an analysis.
"""
