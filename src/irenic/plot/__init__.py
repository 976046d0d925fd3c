"""Pictures: one function each, from plain numbers and labels to a drawing specification. Sees results, language and errors only."""
