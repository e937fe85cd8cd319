"""Lets Qt's binding start without what only its developers need; that is loaded when it is asked for.

WORKAROUND(Qt 6.11): with each start PySide6 unpacks, compiles and runs what describes signatures and writes
stubs: a third of the time that importing Qt takes, and two megabytes. When this file can go,
tests/test_light_binding.py::test_the_workaround_is_still_needed tells.
"""

from __future__ import annotations

import builtins
import sys
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_PACKAGE = "shibokensupport.signature"
_LOADER, _MAPPING = f"{_PACKAGE}.loader", f"{_PACKAGE}.mapping"
_ANSWERING = ("pyside_type_init", "create_signature", "seterror_argument", "make_helptext")
"""What the binding calls to describe a signature, or to say what was wrong with a call."""
_IDLE = ("finish_import", "feature_import", "feature_imported", "post_init")
"""What it calls for names that are deprecated and for ``from __feature__ import``; nothing here uses them."""


def lighten() -> None:
    """See to it that the first import of PySide6 is a light one."""
    if "shiboken6" in sys.modules:
        return
    usual = builtins.__import__

    def lighter(
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> Any:  # noqa: ANN401
        if name != _PACKAGE or not fromlist or tuple(fromlist) != ("loader",):
            return usual(name, globals, locals, fromlist or (), level)
        builtins.__import__ = usual
        package = ModuleType(_PACKAGE)
        package.__dict__["loader"] = _StandIn()
        return package

    builtins.__import__ = lighter


class _StandIn(ModuleType):
    """Stands where the binding expects the loader, and loads that when one of its functions is called."""

    def __init__(self) -> None:
        super().__init__(_LOADER)
        self._finders = list(sys.meta_path)
        # The binding looks up in it, by name, to which class a wrong call was made.
        self._mapping = ModuleType(_MAPPING)
        self._mapping.__dict__["update_mapping"] = self._update_mapping
        sys.modules[_MAPPING] = self._mapping
        for name in _ANSWERING:
            setattr(self, name, self._answering(name))
        for name in _IDLE:
            setattr(self, name, lambda *_: None)

    def _answering(self, name: str) -> Callable[..., Any]:
        def answer(*given: object) -> Any:  # noqa: ANN401
            return getattr(self._loaded(_LOADER), name)(*given)

        return answer

    def _update_mapping(self) -> None:
        real = self._loaded(_MAPPING)
        real.update_mapping()
        self._mapping.__dict__.update(real.__dict__, update_mapping=self._update_mapping)

    def _loaded(self, name: str) -> ModuleType:
        if _LOADER not in sys.modules:
            del sys.modules[_MAPPING]
            usual, sys.meta_path[:] = list(sys.meta_path), self._finders
            try:
                spec = find_spec(_LOADER)  # which imports the package around it
                assert spec is not None
                assert spec.loader is not None
                module = sys.modules[_LOADER] = module_from_spec(spec)
                spec.loader.exec_module(module)
            finally:
                sys.meta_path[:] = usual
        return sys.modules[name]
