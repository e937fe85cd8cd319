"""A lane answers on the window's thread, in order, and drops what is stale."""

from __future__ import annotations

import threading

from PySide6.QtCore import QCoreApplication

from reader.ui.background import Lane


def test_work_runs_elsewhere_and_is_answered_here(qtbot):
    lane = Lane("test")
    answers = []
    with qtbot.waitSignal(lane.idle):
        lane.run(threading.get_ident, lambda ran: answers.append((ran, threading.get_ident())), _fail)
    ((ran, answered),) = answers
    assert ran != answered == threading.get_ident()
    lane.stop()


def test_a_fault_comes_back(qtbot):
    lane = Lane("test")
    faults = []

    def wrong():
        raise ValueError("no")

    with qtbot.waitSignal(lane.idle):
        lane.run(wrong, _fail, faults.append)
    assert isinstance(faults[0], ValueError)
    lane.stop()


def test_only_the_newest_is_answered(qtbot):
    lane = Lane("test")
    gate = threading.Event()
    answers = []
    with qtbot.waitSignal(lane.idle):
        lane.run(gate.wait, answers.append, _fail, only_newest=True)
        for number in range(5):
            lane.run(lambda number=number: number, answers.append, _fail, only_newest=True)
        gate.set()
    assert answers == [4]
    lane.stop()


def test_what_was_dropped_is_never_answered(qtbot):
    lane = Lane("test")
    gate = threading.Event()
    answers = []
    with qtbot.waitSignal(lane.idle):
        lane.run(gate.wait, answers.append, _fail, only_newest=True)
        lane.drop_pending()
        gate.set()
    assert answers == []
    assert lane.is_idle
    lane.stop()


def test_nothing_is_answered_after_the_end(qapp):
    lane = Lane("test")
    started, gate = threading.Event(), threading.Event()
    answers = []

    def work():
        started.set()
        gate.wait()

    lane.run(work, answers.append, _fail)
    started.wait()
    lane.stop()
    gate.set()
    lane._thread.join()
    QCoreApplication.processEvents()
    assert answers == []


def _fail(fault):
    raise AssertionError(fault)
