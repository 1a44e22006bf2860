"""The hall's window: a process of its own that knows `PublicState` and nothing else of a session.

It is started as `python -m dcm_desktop.projector [--turn FILE]`, in a frozen program as
`dcm-desktop --projector [--turn FILE]`, is driven over stdin and answers on stdout (the lines are
in `domain/projector_wire.py`), and opens no socket. Before it is told, it shows nothing; when it
is no longer told, or is told something it does not understand, it shows the neutral card.

FILE says whose turn it is: each projector writes its number into it once it is seen, and one that
lost its operator ends when it reads another's. So a crash or a lock leaves no bare desktop, and
no orphan outlives the next start, nor ten minutes.
"""
