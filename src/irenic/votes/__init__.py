"""Bodies that ratify or decide: how they vote, what would change the vote, and how much power each vote has.

Imports acts, model and below. It makes no offer and waits for no answer: what is voted on is given.
"""
