"""float32 matrix products of random shapes: those of matmul.py."""
from matmul import measure  # noqa: F401
