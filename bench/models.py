"""Trains both dialogue models from the same data, each only when something it is made from has changed."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from deploy.local.commands import Command, Failed, run_logged
from deploy.local.console import Problem, tail
from deploy.local.stamps import digest, read_stamp, write_stamp
from deploy.local.tree import Tree

FOLDER = "var/bench"
LEXICON = f"{FOLDER}/lexicon.json"
_RULES = "bot/data/rules.yml"
_SHARED = ("bot/domain.yml", "bot/data/**/*", "requirements/rasa.txt")


@dataclass(frozen=True)
class Recipe:
    """What a model is trained from, as paths from the root; `sources` besides what both sides share."""

    name: str
    config: str
    data: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def model(self) -> str:
        """The trained model, from the root."""
        return f"{FOLDER}/{self.name}.tar.gz"


@dataclass(frozen=True)
class Trained:
    """A model ready to be served, and how long its training took when it was made."""

    model: str
    seconds: float


OURS = Recipe(
    "ours",
    "bot/config.yml",
    ("bot/data",),
    ("bot/config.yml", "bot/components/**/*", "knowledge/lexicon/matching.py", LEXICON),
)
_DEFAULT_FOLDER = f"{FOLDER}/default"
DEFAULT = Recipe(
    "default",
    "bench/rasa_default/config.yml",
    ("bot/data", _DEFAULT_FOLDER),
    ("bench/rasa_default/config.yml", f"{_DEFAULT_FOLDER}/**/*"),
)


def environment(tree: Tree) -> dict[str, str]:
    """The environment of training and serving: the service's, with the lexicon that was exported here."""
    return {**tree.environment(), "WENKAO_LEXICON": LEXICON, "RASA_MAX_CACHE_SIZE": "0"}


def prepare(tree: Tree) -> None:
    """Write what both trainings read besides the project's own files: the lexicon, and TED's stories."""
    stories = tree.root / _DEFAULT_FOLDER / "stories.yml"
    stories.parent.mkdir(parents=True, exist_ok=True)
    stories.write_text(stories_of((tree.root / _RULES).read_text(encoding="utf-8")), encoding="utf-8")
    _run(tree, "lexicon / 词表", [tree.app_python, "-m", "bot.lexicon_export", LEXICON], "lexicon")


def stories_of(rules: str) -> str:
    """One story per rule: TEDPolicy and MemoizationPolicy learn from stories only."""
    stories = [{"story": one["rule"], "steps": one["steps"]} for one in yaml.safe_load(rules)["rules"]]
    return yaml.safe_dump({"version": "3.1", "stories": stories}, allow_unicode=True, sort_keys=False)


def train(tree: Tree, recipe: Recipe) -> Trained:
    """Train a model, or find it as it was trained from the same content. Raises `Problem`."""
    model = tree.root / recipe.model
    stamp = model.with_name(f"{recipe.name}.stamp.json")
    sources = digest(tree.root, (*_SHARED, *recipe.sources))
    known: dict[str, Any] = read_stamp(stamp)
    if model.exists() and known.get("sources") == sources:
        return Trained(recipe.model, known["seconds"])
    model.unlink(missing_ok=True)
    started = time.monotonic()
    _run(tree, f"training {recipe.name} / 训练", _command(tree, recipe), recipe.name)
    seconds = time.monotonic() - started
    if not model.exists():
        raise Problem(f"Training {recipe.name} made no model.", f"训练 {recipe.name} 没有产生模型。")
    write_stamp(stamp, {"sources": sources, "seconds": round(seconds, 1)})
    return Trained(recipe.model, seconds)


def _command(tree: Tree, recipe: Recipe) -> Command:
    files = ["--config", recipe.config, "--domain", "bot/domain.yml", "--data", *recipe.data]
    target = ["--force", "--fixed-model-name", recipe.name, "--out", FOLDER]
    return [tree.rasa_python, "-m", "rasa", "train", *target, *files]


def _run(tree: Tree, label: str, command: Command, name: str) -> None:
    log: Path = tree.logs / f"bench-{name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text("", encoding="utf-8")
    try:
        run_logged(tree, label, command, log, environment(tree))
    except Failed as failed:
        raise Problem(
            f"{label} failed; log: {tree.short(failed.log)}.",
            f"失败；日志：{tree.short(failed.log)}。",
            tail(failed.log, 15),
        ) from None
