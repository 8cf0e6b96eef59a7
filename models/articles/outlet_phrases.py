"""The phrases in which pages name their newspaper or site: signs of copyright, newsletters, labels, addresses."""

import re

from models.articles.agencies import CAPITAL

PART = rf"(?:{CAPITAL}|\d+\w*{CAPITAL})[\w’'&./-]*"
LINKING = "(?:of|and|und|et|for|für|y|i|и|de|du|la|der)"
NAME = rf"(?P<name>(?:The |the |Die |Der |Le |La |El )?{PART}(?: (?:{LINKING} )?(?:{PART}|&)){{0,4}})"
YEARS = r"(?:(?:19|20)\d{2}(?:\s?[-–—]\s?(?:19|20)\d{2})?)"
LABEL = re.compile(rf"(?i:published (?:by|in)|source|quelle|fuente|fonte) ?: ?{NAME}")
CONSENT = re.compile(rf"(?i:agree|consent|personal data|unsubscribe)[^.!?]*?\b{NAME} newsletters?\b")
AFTER_NAME = (
    rf"(?= *(?:[,|(–—·•]| - |(?<!\bSt)\. |\.?$|{YEARS}|(?i:all rights|alle rechte|tous droits|todos los derechos"
    "|do not sell|unless otherwise|powered by|proudly|privacy policy|terms (?:of|and|&)|is part of"
    "|(?:is )?an? (?:part|member|division|registered))))"
)
OWNER = re.compile(
    rf"(?:©|\([cC]\)|(?i:copyright))[ ©@:]*(?:(?i:copyright|by) )*{YEARS}?[,.]?[ ·•|–—-]*(?:(?i:by|copyright) )*"
    rf"(?P<name>(?!\d{{4}}\b)[^\s.,|©(–—·•-](?:[^,|©(–—·•]){{1,50}}?){AFTER_NAME}(?P<rest>.*)"
)
RIGHTS = re.compile(
    rf"{YEARS}|^(?:© ?copyright|copyright ©)|^©.*\b(?:GmbH|Ltd|LLC|Inc)\b"
    "|(?:right|recht|droit|derecho|diritt|newspaper|publication)",
    re.IGNORECASE,
)
"""What a line of copyright has beside its sign, and the credit of a picture has not."""

RESERVED = re.compile(r"(?i)right|recht|droit|derecho|diritt")
"""What a line of copyright has that is of the site, wherever it is."""

OWNED = re.compile(rf"^{NAME},?(?: {YEARS})? (?:©|(?i:copyright) (?:©|\([cC]\)))")
BEHIND_OWNER = re.compile(rf"(?:©|\([cC]\)).*\b(?:GmbH|Ltd|Limited|Inc|LLC|AG)\b\.? ?[-–—|] ?(?:{YEARS} )?{NAME}$")
"""The paper behind the company that owns it: "© 2015 Ambler Ltd - Hexley Mercury"."""

SPEAKING = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?i:search|about|contact|browse|visit|über|contacter|sobre|work (?:at|for|with)|why|inside) {NAME}\??$",
        rf"(?i:subscribe to|welcome to|follow|trust|more (?:on|from)|abonnieren sie|folgen sie|suivez) (?:the )?{NAME}",
        rf"{NAME}(?:[’']s)? (?i:newsletters?|homepage|navigation|apps?|staff|is supported by|may (?:get|earn))\b",
        rf"{NAME}(?:[’']s)? (?i:privacy policy|terms of (?:use|service))\b",
        rf"(?i:written|published|appeared|reporter|writer|editor|contributor|columnist) (?:on|in|for|at) {NAME}",
        rf"(?i:jobs at|careers at|advertise (?:with|in|on)) {NAME}$",
    )
)
"""What sites write about themselves beside their articles, each in a different kind of line."""

SITE = re.compile(
    r"(?i)(?:https?://|www\.|@)(?:www\.)?(?P<name>[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})"
    r"|(?<!\S)(?P<bare>[\w-]+\.(?:com|net|org|co\.uk|de|at|ch|fr|es|it|nl|pl))\b"
)
MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)*?(?P<name>[\w-]{3,})\.(?:co\.\w\w|com\.\w\w|[a-z]{2,})\b", re.IGNORECASE
)
HANDLE = re.compile(r"(?<![\w.])@(?P<name>\w{3,})\b(?!\.\w)")
STATION = re.compile(rf"^{CAPITAL}[^()]{{2,40}} \((?P<name>{PART}(?: {PART}){{0,3}})\) ?[—–-]")
"""A station or paper in the place line of its own report: "HEXLEY (WHEX) —"."""

SITE_FIRST = re.compile(rf"^(?P<name>{CAPITAL}\w+\.(?i:com|net|org)) [—–-] ")
"""A site at the beginning of its own report: "Hexley.Net - "."""

ELSEWHERE = {
    *("facebook", "twitter", "instagram", "youtube", "linkedin", "pinterest", "google", "apple", "amazon", "reddit"),
    *("whatsapp", "telegram", "tiktok", "flipboard", "wordpress", "gmail", "getty", "gettyimages", "shutterstock"),
    *("pinterest", "spotify", "t", "bit", "disqus", "outbrain", "taboola", "iphone", "android"),
}
"""Names of other sites that pages of any site mention."""

NO_NAME = re.compile(
    r"(?i)(?:all\b.*|getty.*|shutterstock.*|terms.*|privacy.*|.*copyright|.*licen[sc]e|sign (?:in|up)\b.*)$"
)
LEADING = re.compile(
    r"(?:(?:Get|Join|Read|Our|Your|My|More|Sign Up|Sign up|For|from|Personalize|Subscribe|To|to|Follow|Download|Support"
    r"|See|View|Manage)\b *)+"
)
TRAILING = re.compile(r"(?: (?:Editorial|Staff|Newsletters?|Homepage|Apps?|Home|Menu|and|And|&))+$")
"""What is before and behind the name of a site and no part of it."""

COMPANY = re.compile(
    r"(?i)[, ]+(?:ltd|limited|inc|llc|plc|gmbh|ag|se|s\.?a|pvt|corp|corporation|company|co|all|medi(?:a|en)|group"
    r"|terms)\b.*$"
)
OWNERS = re.compile(
    r"(?i)\b(?:communications?|interactive|publish\w*|verlag\w*|holdings?|broadcasting|printers|newspapers|digital|design"
    r"|medi(?:a|en)|group|company|universal|enterprises?|ventures|partners|newswires|organi[sz]ation|nonprofit|trust"
    r"|television|productions?|networks?)\b|&$"
)
"""Words of companies that own papers and sites, and do not name them."""

LEGAL = re.compile(r"(?i)[ ,]+(?:ltd|limited|inc|llc|plc|gmbh|corp)\b.*$")
"""The form of a company, which may be called like its paper."""
