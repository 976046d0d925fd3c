"""`python -m irenic` is the `irenic` command."""

from irenic.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
