"""Read the pages of PDFs in another process, which can be stopped: a PDF can be made so that reading it never ends."""

import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock
from time import monotonic

from pypdfium2 import PdfDocument, PdfiumError
from pypdfium2.raw import FPDF_ERR_PASSWORD

from models.articles.documents.pdf_lines import PdfLine, lines_of
from models.articles.input_file import InputFile

if sys.platform == "linux":
    import resource

MOST_SECONDS = 20
"""How long a page may take."""

LARGEST_MEMORY = 2 * 2**30
BETWEEN_QUESTIONS = 0.05


class DamagedPdf(Exception):
    """A PDF cannot be opened, or PDFium has come to its end with it."""


class EncryptedPdf(Exception):
    """A PDF has a password."""


class EndlessPdf(Exception):
    """A page of a PDF takes too long."""


@dataclass(frozen=True, slots=True)
class PdfPages:
    """The lines of every page of a PDF that was read, and its number of pages; what it says of itself."""

    count: int
    pages: tuple[tuple[PdfLine, ...], ...]
    said: dict[str, str]


def pages_of(file: InputFile, data: bytes, most_pages: int) -> PdfPages:
    """Return the pages of a PDF, none if it has more than `most_pages`.

    Raises DamagedPdf, EncryptedPdf or EndlessPdf; Interrupted if the file is no longer wanted.
    """
    with _READER.asked((data, most_pages)) as reader:
        said = reader.answer(file)
        if isinstance(said, Exception):
            raise said
        count, metadata = said
        pages = tuple(reader.answer(file) for _number in range(count if count <= most_pages else 0))
    return PdfPages(count, pages, metadata)


class _Reader:
    """The process that reads one PDF after the other; it is started when it is needed, and stopped if it hangs."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None

    @contextmanager
    def asked(self, question: tuple[bytes, int]) -> Iterator["_Reader"]:
        """Ask for a PDF. A process whose answers were not all heard is stopped."""
        with self._lock, ExitStack() as stopping:
            stopping.callback(self._stop)
            try:
                self._started().send(question)
                yield self
            except (EOFError, OSError) as error:  # the process has ended
                raise DamagedPdf from error
            except (DamagedPdf, EncryptedPdf):
                stopping.pop_all()
                raise
            stopping.pop_all()

    def answer(self, file: InputFile) -> tuple:  # type: ignore[type-arg]
        """Return the next answer. Raises EndlessPdf if it takes too long."""
        connection, began = self._started(), monotonic()
        while not connection.poll(BETWEEN_QUESTIONS):
            file.pause()
            if monotonic() - began > MOST_SECONDS:
                raise EndlessPdf
        return connection.recv()  # type: ignore[no-any-return]

    def _started(self) -> Connection:
        if self._connection is None or self._process is None:
            spawning = get_context("spawn")
            self._connection, inner = spawning.Pipe()
            self._process = spawning.Process(target=_serve, args=(inner,), daemon=True)
            self._process.start()
            inner.close()
        return self._connection

    def _stop(self) -> None:
        if self._process is not None and self._connection is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._connection.close()
        self._process = self._connection = None


_READER = _Reader()


def _serve(connection: Connection) -> None:
    """Answer questions until the other process has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that asks decides
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (LARGEST_MEMORY, LARGEST_MEMORY))
    while True:
        try:
            data, most_pages = connection.recv()
        except EOFError:
            return
        _answer(connection, data, most_pages)


def _answer(connection: Connection, data: bytes, most_pages: int) -> None:
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        is_encrypted = getattr(error, "err_code", None) == FPDF_ERR_PASSWORD
        connection.send(EncryptedPdf() if is_encrypted else DamagedPdf())
        return
    count = len(document)
    connection.send((count, document.get_metadata_dict()))
    for number in range(count if count <= most_pages else 0):
        connection.send(_lines(document, number))
    document.close()


def _lines(document: PdfDocument, number: int) -> tuple[PdfLine, ...]:
    try:
        page = document[number]
        lines = tuple(lines_of(page, number))
        page.close()
    except PdfiumError:  # a page that is missing in a damaged file has no text
        return ()
    return lines
