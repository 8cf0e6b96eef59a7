"""The phrases in which pages name their newspaper or site: signs of copyright, newsletters, labels, addresses."""

import re

from models.articles.agencies import CAPITAL

PART = rf"(?:{CAPITAL}|\d+\w*{CAPITAL})[\w’'&./-]*"
LINKING = "(?:of|and|und|et|for|für|y|i|и|de|du|la|der)"
NAME = rf"(?P<name>(?:The |the |Die |Der |Le |La |El )?{PART}(?: (?:{LINKING} )?(?:{PART}|&)){{0,4}})"
YEARS = r"(?:(?:19|20)\d{2}(?:\s?[-–—]\s?(?:19|20)\d{2})?)"
LABEL = re.compile(rf"(?i:published (?:by|in)|source|quelle|fuente|fonte) ?: ?{NAME}")
CONSENT = re.compile(rf"(?i:agree|consent|personal data|unsubscribe)[^.!?]*?\b{NAME} newsletters?\b")
AFTER_NAME = rf"(?= *(?:[,|(–—]|\. |\.?$|{YEARS}|(?i:all rights|alle rechte|tous droits)))"
OWNER = re.compile(
    rf"(?:©|\([cC]\)|(?i:copyright))[ ©@:]*(?:(?i:copyright|by) )*{YEARS}?[,.]? *(?:(?i:by|copyright) )*"
    rf"(?P<name>[^\s.,|©(\d–—-](?:[^,|©(–—]){{1,50}}?){AFTER_NAME}(?P<rest>.*)"
)
OWNED = re.compile(rf"^{NAME} ©")
SPEAKING = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?i:search|about|contact|browse|visit|über|contacter|sobre) {NAME}$",
        rf"(?i:subscribe to|welcome to|follow|trust|more (?:on|from)|abonnieren sie|folgen sie|suivez) (?:the )?{NAME}",
        rf"{NAME}(?:[’']s)? (?i:newsletters?|homepage|navigation|apps?|staff|is supported by|may (?:get|earn))\b",
        rf"{NAME}(?:[’']s)? (?i:privacy policy|terms of (?:use|service))\b",
        rf"(?i:written|published|appeared|reporter|writer|editor|contributor) (?:on|in|for|at|by) {NAME}",
    )
)
"""What sites write about themselves beside their articles, each in a different kind of line."""

SITE = re.compile(
    r"(?i)(?:https?://|www\.|@)(?:www\.)?(?P<name>[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})|(?<!\S)(?P<bare>[\w-]+\.(?:com|net|org|co\.uk|de|at|ch|fr|es|it|nl|pl))\b"
)
ELSEWHERE = {
    *("facebook", "twitter", "instagram", "youtube", "linkedin", "pinterest", "google", "apple", "amazon", "reddit"),
    *("whatsapp", "telegram", "tiktok", "flipboard", "wordpress", "gmail", "getty", "gettyimages", "shutterstock"),
    *("pinterest", "spotify", "t", "bit", "disqus", "outbrain", "taboola", "iphone", "android"),
}
"""Names of other sites that pages of any site mention."""

NO_NAME = re.compile(
    r"(?i)(?:all\b.*|copyright|getty.*|shutterstock.*|our|us|the|daily|weekly|email|image|your|this|you|blog|me|get|home|terms.*|privacy.*|policy|.*copyright|.*license)$"
)
COMPANY = re.compile(
    r"(?i)[, ]+(?:ltd|limited|inc|llc|plc|gmbh|ag|se|s\.?a|pvt|corp|corporation|company|co|all|media|group|terms)\b.*$"
)
OWNERS = re.compile(
    r"(?i)\b(?:communications?|interactive|publish\w*|verlag\w*|holdings?|broadcasting|printers|newspapers|digital|design"
    r"|media|group|ltd|limited|inc|llc|plc|gmbh|corp|company|universal|enterprises?|ventures|partners|newswires)\b|&$"
)
"""Words of companies that own papers and sites, and do not name them."""
