"""`python -m retrieval.training` (`make embedding`) trains the shipped embedding model and writes it."""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

from knowledge.verification import verified_library
from retrieval.passages import passages
from retrieval.static_model import SHIPPED
from retrieval.training import corpora
from retrieval.training.fitting import Recipe, fit
from retrieval.training.vocabulary import choose_terms, first_weights

_SENTENCES = (
    40_000  # of official texts: enough to know their words, few enough to leave the questions their weight
)


def main(arguments: list[str] | None = None) -> int:
    """Train and write; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m retrieval.training", description=__doc__)
    parser.add_argument("--messages", type=Path, default=Path("bot/data/nlu.yml"), help="examples by intent")
    parser.add_argument(
        "--laws", type=Path, help="sentences of laws, one a line; without it less official Chinese"
    )
    parser.add_argument("--spoken", type=Path, help="what people say elsewhere, one a line; for the vocabulary")
    parser.add_argument("--to", type=Path, default=SHIPPED)
    options = parser.parse_args(arguments)
    for path in filter(None, (options.messages, options.laws, options.spoken)):
        if not path.exists():
            print(f"{path}: no such file / 没有这个文件", file=sys.stderr)
            return 2
    _train(options)
    return 0


def _train(options: argparse.Namespace) -> None:
    started, recipe = time.monotonic(), Recipe()
    chance = random.Random(recipe.seed)  # noqa: S311  # no secret
    library = verified_library()
    found = passages(library)
    laws = corpora.read_lines(options.laws) if options.laws else []
    spoken = corpora.read_lines(options.spoken) if options.spoken else []
    laws = chance.sample(laws, min(len(laws), 2 * _SENTENCES))
    groups = corpora.question_groups()
    asked = [one for group in groups for one in group["ask"]]
    messages, texts = corpora.texts_of_messages(options.messages), [one.indexed for one in found]
    terms = choose_terms([(laws, 1), (spoken, 3), (messages, 30), (asked, 50), (texts, 50)])
    weights = first_weights(terms, [*laws, *spoken, *messages, *asked, *texts])
    sources = [
        corpora.pairs_of_questions(library, found, groups, chance),
        corpora.pairs_of_messages(library, options.messages, chance),
        list(corpora.pairs_of_sentences(laws[:_SENTENCES])),
    ]
    _say(f"{len(terms)} n-grams; pairs: " + ", ".join(str(len(one)) for one in sources))
    fit(terms, weights, sources, recipe, _say).save(options.to)
    size = options.to.stat().st_size / 1e6
    _say(f"{options.to.name}: {size:.1f} MB in {time.monotonic() - started:.0f} s")


def _say(line: str) -> None:
    print(f"  embedding: {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
