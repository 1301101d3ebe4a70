"""The explorables of the course: one file each, found here by themselves.

To add one, put a file into this folder with one subclass of `Explorable` in it. It becomes
`nnlib.explore.ItsName`, and the tests that every explorable must pass will find it.
"""

import importlib
import pkgutil

from nnlib.live import Explorable


def _found():
    """Yield every explorable class that a file of this folder defines."""
    for module in pkgutil.iter_modules(__path__, f"{__name__}."):
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, type) and issubclass(thing, Explorable) and thing.__module__ == module.name:
                yield thing


ALL = {explorable.__name__: explorable for explorable in _found()}
globals().update(ALL)

__all__ = [*ALL]  # noqa: PLE0604
