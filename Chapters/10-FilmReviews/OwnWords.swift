// What people write to the council in section 10.3, each in their own words: sentences with so many choices that two
// letters rarely have one in common.

import Tensors

private let persons = [
    "my son", "my daughter", "an old neighbour", "my mother", "a student of mine", "the boy next door", "my wife",
    "my husband", "a friend from work", "our grandmother", "my teacher", "the girl upstairs",
]
private let doings = [
    "reads there", "does homework there", "looks for work there", "learns English there", "warms up there",
    "meets friends there", "prints letters there", "writes a novel there", "plays chess there", "studies law there",
]
private let times = [
    "after school", "on Tuesdays", "when the shop is closed", "every evening", "in winter", "before the night shift",
    "since the factory closed", "twice a week", "after supper", "when it rains",
]
private let memories = [
    "my first novel", "a book about stars", "the map of our valley", "an old newspaper", "a cookbook",
    "a Polish grammar", "the poems of Keats", "a guide to birds", "the story of the railway", "a book of knots",
]
private let places = [
    "by the window", "on the second floor", "near the door", "behind the plants", "in the reading room",
    "on the stairs",
]
private let feelings = ["shame", "pity", "mistake", "disgrace", "loss", "sad day", "poor joke", "bad bargain"]
private let costs = ["heating", "light", "two salaries", "the night guard", "the old roof", "cleaning"]

/// A sentence in somebody's own words, about closing the library.
func ownSentence(_ isForClosing: Bool, using random: inout SplitMix64) -> String {
    func pick(_ list: [String]) -> String { random.one(of: list) }
    let number = 3 + random.below(38)
    if isForClosing {
        switch random.below(4) {
        case 0: return "When I came by at \(7 + random.below(3)) , \(number) lamps were on for \(pick(persons)) alone ."
        case 1: return "What is spent on \(pick(costs)) \(pick(times)) would pay for \(pick(memories)) in each school ."
        case 2: return "I have lived here for \(number) years and have been there \(random.below(6)) times ."
        default: return "Let \(pick(persons)) read at home \(pick(times)) , as I do ."
        }
    }
    switch random.below(6) {
    case 0: return "I can say that \(pick(persons)) \(pick(doings)) \(pick(times)) , and where else could it be done ?"
    case 1: return "It was \(pick(places)) that I found \(pick(memories)) , \(number) years ago ."
    case 2: return "To lock it \(pick(times)) would be a \(pick(feelings)) , says \(pick(persons)) ."
    case 3: return "Last month I counted \(number) people \(pick(places)) \(pick(times)) ."
    case 4: return "If \(pick(costs)) is the trouble , ask \(pick(persons)) : we would help \(pick(times)) or always ."
    default: return "Do you know who \(pick(doings)) \(pick(times)) ? It is \(pick(persons)) , and \(number) others ."
    }
}

extension SplitMix64 {
    /// A whole number from 0 to count - 1, each as likely as the others.
    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    /// One of some choices, each as likely as the others.
    mutating func one<Choice>(of choices: [Choice]) -> Choice { choices[below(choices.count)] }
}
