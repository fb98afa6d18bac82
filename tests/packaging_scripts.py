"""Lets tests import the scripts of `packaging/`, which are no package: they run by their path, installed nowhere."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "packaging"))

import bootstrap
import build
import built_program
import debian
import environment
import marked_texts
import translations

__all__ = ["bootstrap", "build", "built_program", "debian", "environment", "marked_texts", "translations"]
