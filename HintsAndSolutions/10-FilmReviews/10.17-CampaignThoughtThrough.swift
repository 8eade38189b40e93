// Nudge: A single false text does little. What changes if a thousand people seem to say the same?
// Idea: Read texts without knowing who has written them, and note for each what you believe, and why. Then look who it
//   was. For the last two answers, follow a text: who pays for it, under which name does it appear, who passes it on?
// Almost: A dictionary with six keys. Name one model and its year, one kind of text, what was right about it, what was
//   wrong, one quarrel that it could make worse, and one place that all those texts have to go through.

public func campaignThoughtThrough() throws -> [String: String] {
    [
        "best": "In 2019, when the book was written, it was GPT-2, of OpenAI; larger ones have come since.",
        "read": "Reviews by the model of this chapter, mixed with as many that people have written.",
        "convincing": "Each sentence is good enough, and its tone is the one that such texts have.",
        "away": "After some sentences it is another film; a person has one in mind.",
        "use": "To let a town believe that most neighbours are for closing what most of them like.",
        "weak": "At the accounts: a thousand letters need a thousand names, and names can be asked.",
    ]
}
