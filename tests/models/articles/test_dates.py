"""A date that is printed in full is read; a doubtful one is left empty, and never becomes today's date."""

from datetime import date

import pytest
from babel.dates import format_date

from models.articles.dates import read_date, readings


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("2015-01-23", "2015-01-23"),
        ("2015-01-23T14:05:00Z", "2015-01-23T14:05"),
        ("23 Jan 2015", "2015-01-23"),
        ("Friday, 23rd January 2015", "2015-01-23"),
        ("January 23, 2015", "2015-01-23"),
        ("Published Jan. 23, 2015 at 9:30 PM GMT", "2015-01-23T21:30"),
        ("Nov 19, 2019, 12:05 am CST", "2019-11-19T00:05"),
        ("23.01.2015", "2015-01-23"),
        ("3. März 2015, 14:05 Uhr", "2015-03-03T14:05"),
        ("1er août 2014", "2014-08-01"),
        ("25/12/2014", "2014-12-25"),
        ("12/25/2014", "2014-12-25"),
        ("05/05/2014", "2014-05-05"),
        ("29 February 2024", "2024-02-29"),
        ("3. Mrz 2018", "2018-03-03"),
        ("2021年03月23日 10:15", "2021-03-23T10:15"),
        ("2021년 3월 23일", "2021-03-23"),
        ("23 de enero de 2015", "2015-01-23"),
        ("Lisboa, 1 de março de 2015", "2015-03-01"),
        ("23 gennaio 2015, ore 9", "2015-01-23"),
        ("23 stycznia 2015 r.", "2015-01-23"),
        ("23 Ocak 2015", "2015-01-23"),
        ("23 januari 2015", "2015-01-23"),
        ("den 3. maj 2015", "2015-05-03"),
        ("3 мая 2015 г.", "2015-05-03"),
        ("5/May/2015", "2015-05-05"),
        ("05-May-2015", "2015-05-05"),
        ("Fri Sep 06 2024 09:05:00 GMT+0100", "2024-09-06T09:05"),
        ("2015/05/05", "2015-05-05"),
        ("2015.05.06", "2015-05-06"),
        ("20150505", "2015-05-05"),
        ("2015-1-23", "2015-01-23"),
        ("20 Nov, 2019 05:47", "2019-11-20T05:47"),
        ("2015 January 23", "2015-01-23"),
        ("11/13/19 at 4:00 PM EST", "2019-11-13T16:00"),
        ("平成27年1月23日（金）", "2015-01-23"),
        ("令和元年5月1日", "2019-05-01"),
        ("民國104年1月23日", "2015-01-23"),
        ("2015年 1月 23日 14:05", "2015-01-23T14:05"),
        ("piątek, 23 stycznia 2015", "2015-01-23"),
        ("vr 23 jan. 2015", "2015-01-23"),
        ("sex., 23 de jan. de 2015", "2015-01-23"),
        ("ven 23 gen 2015", "2015-01-23"),
    ],
)
def test_a_full_date_is_read(words: str, read: str) -> None:
    assert read_date(words) == read


@pytest.mark.parametrize(
    "words",
    [
        *("yesterday", "today", "31/02/2015", "2015-02-31", "29 February 2023", "03/04/2015", "January 2015"),
        *(
            "Friday",
            "2 days ago",
            "",
            "99 May 2015",
            "13/13/2013",
            "0.5.2014",
            "15/01/23",
            "23.1.15",
            "11/08/23",
            "5.3.19",
            "2.26.10",
            "10.12.13.14",
            "In 2015 January 13 people came",
            "平成27年2月31日",
            "2015/13/01",
            "20151399",
            "No. 20150505",
            "phone 01632 960118",
            "23 Jan",
        ),
    ],
)
def test_a_doubtful_date_stays_empty(words: str) -> None:
    assert read_date(words) is None


def test_an_impossible_time_leaves_the_day() -> None:
    assert read_date("23 Jan 2015, 29:99") == "2015-01-23"


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("03/04/2015", ("2015-04-03", "2015-03-04")),
        ("Published 3-4-2015, 10:15", ("2015-04-03", "2015-03-04")),
        ("23/04/2015", ()),
        ("04/04/2015", ()),
        ("3.4.2015", ()),
        ("00/04/2015", ()),
        ("yesterday", ()),
    ],
)
def test_an_ambiguous_date_is_offered_in_both_readings(words: str, days: tuple[str, ...]) -> None:
    assert readings(words) == days
    assert not days or read_date(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "January 23, 2015",
        "23. Januar 2015",
        "23 janvier 2015",
        "23 de enero de 2015",
        "23 gennaio 2015",
        "23 de janeiro de 2015",
        "23 januari 2015",
        "23 stycznia 2015",
        "2015年1月23日",
        "Friday, Jan 23rd, 2015",
        "le vendredi 23 janv. 2015",
        "23-Jan-2015",
    ],
)
def test_a_day_is_read_in_ten_languages(words: str) -> None:
    assert read_date(words) == "2015-01-23"


LOCALES = ("de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "zh")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_month_of_a_language_is_read_in_full_and_shortened_with_and_without_its_weekday(locale: str) -> None:
    for month in range(1, 13):
        day = date(2015, month, 23)
        # A Portuguese date of middle length is 23/01/2015, which is read as its figures.
        for length in ("full", "long", "medium"):
            assert read_date(format_date(day, length, locale)) == day.isoformat()
