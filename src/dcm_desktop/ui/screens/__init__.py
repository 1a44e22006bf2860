"""The places of the program, one module or package each."""
