"""Makes the retrieval index and the dialogue model, each only when something it is made from has changed."""

from __future__ import annotations

from deploy.local.commands import Command, Failed, run_logged, run_visible
from deploy.local.console import Problem, tail
from deploy.local.stamps import digest, read_stamp, setup_lock, write_stamp
from deploy.local.tree import Tree

LEXICON = "var/build/lexicon.json"
SOUNDS = "var/build/sounds.json"
MODEL = "var/models/wenkao.tar.gz"

_LEXICON_SOURCES = ("knowledge/**/*", "bot/**/*.py", "retrieval/normalising/syllables.py", "requirements/app.txt")
_MODEL_SOURCES = (
    "bot/config.yml",
    "bot/domain.yml",
    "bot/data/**/*",
    "bot/components/**/*",
    LEXICON,
    SOUNDS,
    "knowledge/lexicon/matching.py",
    "requirements/rasa.txt",
)
# --force: Rasa's own cache knows the components' code and settings, but not the lexicon that they read.
_TRAIN = ("train", "--force", "--fixed-model-name", "wenkao", "--out", "var/models")
_TRAIN_FILES = ("--config", "bot/config.yml", "--domain", "bot/domain.yml", "--data", "bot/data")


def build(tree: Tree) -> None:
    """Make everything that the service needs."""
    build_index(tree)
    train(tree)


def build_index(tree: Tree) -> None:
    """Make the retrieval index. That program compares contents itself and says what it does."""
    with setup_lock(tree):
        status = run_visible(tree, [tree.app_python, "-m", "retrieval", "build"], env=tree.environment())
    if status != 0:
        raise Problem(
            "The retrieval index could not be built: the reason stands above.",
            "检索索引构建失败：原因见上。",
        )


def train(tree: Tree) -> None:
    """Train the dialogue model from the training data and the lexicon of today's notices."""
    with setup_lock(tree):
        try:
            _export_lexicon(tree)
            _train_model(tree)
        except Failed as failed:
            raise Problem(
                f"Training failed; log: {tree.short(failed.log)}.",
                f"对话模型训练失败；日志：{tree.short(failed.log)}。",
                tail(failed.log, 15),
            ) from None


def _export_lexicon(tree: Tree) -> None:
    """Write the names, and how characters sound, to the files that Rasa's process reads them from."""
    stamp = tree.root / "var/build/lexicon.stamp.json"
    sources = {"sources": digest(tree.root, _LEXICON_SOURCES)}
    if all((tree.root / one).exists() for one in (LEXICON, SOUNDS)) and read_stamp(stamp) == sources:
        return
    command: Command = [tree.app_python, "-m", "bot.lexicon_export", LEXICON]
    log = tree.logs / "train.log"
    log.write_text("", encoding="utf-8")
    run_logged(tree, "lexicon / 词表", command, log, tree.environment())
    write_stamp(stamp, sources)


def _train_model(tree: Tree) -> None:
    model = tree.root / MODEL
    stamp = model.with_name("wenkao.stamp.json")
    sources = {"sources": digest(tree.root, _MODEL_SOURCES)}
    if model.exists() and read_stamp(stamp) == sources:
        return
    # `train` may end well and write nothing (no data): an old model must not pass for the new one.
    model.unlink(missing_ok=True)
    log = tree.logs / "train.log"
    log.write_text("", encoding="utf-8")
    env = {**tree.environment(), "RASA_MAX_CACHE_SIZE": "0"}
    command: Command = [tree.rasa_python, "-m", "rasa", *_TRAIN, *_TRAIN_FILES]
    run_logged(tree, "dialogue model / 训练对话模型", command, log, env)
    if not model.exists():
        raise Failed(0, log)
    write_stamp(stamp, sources)
