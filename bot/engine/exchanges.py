"""What is exchanged in Rasa 3.6.21, and why. The results are the same; only the call to the action server says less."""

from __future__ import annotations

from bot.engine import action_call, events, graph, memory
from bot.engine.patching import Exchange

EXCHANGES = (
    # Checks the constant schema itself on each call, then tries 23 kinds of event on each event: 20 of 53 ms.
    Exchange(
        "rasa.core.actions.action:RemoteAction",
        "_validate_action_result",
        "f8cdb4be68123961",
        action_call.checked_once_built,
    ),
    # Sends every event so far; our actions read the slots and the latest message.
    Exchange(
        "rasa.core.actions.action:RemoteAction",
        "_action_call_format",
        "428795b944f22edb",
        action_call.without_events,
    ),
    # Opens a session and a connection for each call.
    Exchange("rasa.utils.endpoints:EndpointConfig", "session", "e55aa13d9d4fb4bc", action_call.kept_session),
    # Walks all subclasses, twice as deep as there are, for each event of each stored conversation.
    Exchange("rasa.shared.core.events:Event", "resolve_by_type", "b5cf570fa7f286c7", events.remembered),
    # Plans the same graph anew, by a scheduler for clusters, three times a turn.
    Exchange("rasa.engine.runner.dask:DaskGraphRunner", "run", "45f0f52f574f3aa9", graph.planned_once),
    # Leaves TensorFlow's million objects to the garbage collector, which walks through them while people wait.
    Exchange("rasa.core.agent:Agent", "load_model", "f4c1ab4c5c7af634", memory.frozen_after),
)
