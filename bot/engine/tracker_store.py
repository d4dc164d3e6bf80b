"""Keeps conversations where Rasa's own SQL store does, in the same table, and reads and writes only what is needed."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.constants import DEFAULT_SLOT_NAMES
from rasa.shared.core.trackers import DialogueStateTracker

# A turn makes 14 events; the policies look at one turn. What is older is read only if a slot was not set since.
WINDOW = 32
_STORED = "_events_in_store"


class RecentEventsStore(SQLTrackerStore):
    """A turn costs one query and one insert, however long the conversation is.

    Holds for domains without forms: their slots are all that a conversation remembers from before the window.
    """

    def __init__(self, domain: Any = None, **options: Any) -> None:
        super().__init__(domain, **options)
        if self.engine.dialect.name == "sqlite":
            self._keep_one_connection()
        self._table = self.SQLEvent.__table__
        columns = self._table.c
        self._recent = (
            sa.select([columns.data])
            .where(columns.sender_id == sa.bindparam("sender"))
            .order_by(columns.id.desc())
            .limit(WINDOW)
        )

    def _keep_one_connection(self) -> None:
        """SQLite: no file is opened for each query, and no turn waits for the disk.

        A killed process loses nothing; at a power cut the last turns may be missing, and the file stays whole.
        """
        self.engine.dispose()
        self.engine = sa.create_engine(self.engine.url, poolclass=sa.pool.SingletonThreadPool)
        sa.event.listen(self.engine, "connect", _quick_commits)
        self.sessionmaker = sa.orm.session.sessionmaker(bind=self.engine)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation's latest session, or as much of its end as tells its state."""
        with self.engine.connect() as connection:
            rows = connection.execute(self._recent, {"sender": sender_id}).fetchall()
        events = [json.loads(row[0]) for row in reversed(rows)]
        if not self._suffices(events):
            return _marked(await super().retrieve(sender_id))
        if not events:
            return None
        return _marked(DialogueStateTracker.from_dict(sender_id, _session(events), self.domain.slots))

    def _suffices(self, events: list[dict[str, Any]]) -> bool:
        """Whether nothing before these events can matter."""
        if len(events) < WINDOW:
            return True
        known = {one["name"] for one in events if one["event"] == "slot"}
        needed = {slot.name for slot in self.domain.slots} - DEFAULT_SLOT_NAMES
        return needed <= known and not self.domain.form_names

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Append what has been added since the tracker was read; a tracker from elsewhere is saved as Rasa does."""
        stored = vars(tracker).get(_STORED, None if tracker.events else 0)
        if stored is None:
            await super().save(tracker)
        else:
            await self.stream_events(tracker)
            if added := list(tracker.events)[stored:]:
                with self.engine.begin() as connection:
                    connection.execute(self._table.insert(), [_row(tracker.sender_id, one) for one in added])
        _marked(tracker)


def _session(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What belongs to the latest session, as in Rasa: from the time at which it started."""
    starts = [one["timestamp"] for one in events if one["event"] == "session_started"]
    return [one for one in events if one["timestamp"] >= starts[-1]] if starts else events


def _marked(tracker: DialogueStateTracker | None) -> DialogueStateTracker | None:
    if tracker is not None:
        setattr(tracker, _STORED, len(tracker.events))
    return tracker


def _row(sender_id: str, event: Any) -> dict[str, Any]:
    data = event.as_dict()
    return {
        "sender_id": sender_id,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": data.get("name"),
        "data": json.dumps(data),
    }


def _quick_commits(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
