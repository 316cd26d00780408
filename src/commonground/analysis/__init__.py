"""Mathematics: NumPy and SciPy in, frozen dataclasses out. Imports neither Django nor any other room."""
