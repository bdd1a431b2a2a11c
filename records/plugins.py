"""Finds the modules of a folder and checks them against a protocol: a file in the folder is enough."""

import importlib
import pkgutil
from types import ModuleType


def discover(package: ModuleType, required: tuple[str, ...]) -> dict[str, ModuleType]:
    """Return the modules of `package` by name, in name order; names with a leading underscore are skipped.

    Raises TypeError at start-up when a module lacks one of the `required` attributes.
    """
    found: dict[str, ModuleType] = {}
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda item: item.name):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        missing = [name for name in required if not hasattr(module, name)]
        if missing:
            raise TypeError(f"{module.__name__} lacks {', '.join(missing)}")
        found[info.name] = module
    return found
