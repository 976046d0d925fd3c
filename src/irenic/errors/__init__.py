"""Problems and exit codes: what every room uses to say what is wrong.

Holds the `Problem` record, the exception that carries problems, and the exit codes.
Imports nothing of Irenic. Never words a message: the text comes from the catalogue of `language`.
"""
