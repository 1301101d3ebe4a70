"""Proofs for the exercises: right passes, each mistake draws its own hint, nothing breaks them."""
