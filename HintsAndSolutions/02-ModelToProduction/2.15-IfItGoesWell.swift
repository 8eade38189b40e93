// Nudge: Think of ten million people who use it, and of those who do not and live among them.
// Idea: Follow one decision of your model around: what do people do because of it, what is written down about that, and
//   who learns from what is written down?
// Almost: Name one group, one event, one path of data, one number with a limit, and one person with a telephone. (Begin
//   with "The drivers of …", "Everybody on that road …", "Where a bus is announced late, fewer people …".)

public func ifItGoesReallyWell() throws -> [String: String] {
    [
        "affected": "People without a telephone, who wait at the stop while all others come later.",
        "extreme": "The bus runs empty, since all believe that it is late, and is given up.",
        "loop": "Yes: who is told that it is late is not there, and counts as nobody waiting.",
        "known": "Each month somebody counts people at ten stops; more than 20 percent off is an alarm.",
        "power": "The village's council, by telephone each evening, and it may switch all messages off.",
    ]
}
