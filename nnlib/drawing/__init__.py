"""Pictures in plain matplotlib: built once, then moved with `set_data` and its kin.

Nothing here knows about browsers or widgets. Each module draws one kind of thing onto axes it is
given, and takes numbers, never networks.
"""
