"""The documentation site: `make docs` builds it in site/, without asking anything of the network."""

from importlib.metadata import version as installed_version

project = "Irenic"
author = "The Irenic founders"
copyright = "2026, The Irenic founders, MIT licence"  # noqa: A001  (Sphinx's own name)
version = release = installed_version("irenic")
language = "en"

extensions = ["myst_parser"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "Irenic"
html_show_sphinx = False
html_copy_source = False
