"""The theatre: forces, money and front month by month, and what going on with the war is worth to every party.

Imports acts, model and below. It knows no package but those that places of the front and ends name, and makes no deal.
"""
