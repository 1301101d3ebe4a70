"""The proofs of this project, one folder for each kind."""
