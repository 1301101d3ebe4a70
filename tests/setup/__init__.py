"""What a fresh machine needs, and what the project promises about its own form."""
