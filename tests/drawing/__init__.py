"""The drawings: what an artist holds after `show`."""
