// The grammar of the small language. Subject and verb agree in number, also over what stands between them; opinions
// may be turned round by a “not”, and by what comes after a “but”. So whoever only counts words must err now and
// then.

import Tensors

private let denials = ["not", "never", "not at all", "anything but", "hardly"]

/// Makes sentences about one film.
struct ReviewSentences {
    let topic: ReviewTopic
    let isPositive: Bool
    /// Of the film's star and its director.
    let star: String, director: String
    var random: SplitMix64

    /// A sentence with a capital and a sign at its end.
    mutating func sentence() -> String {
        let text: String
        switch random.even() {
        case ..<0.30: text = opinion(isPositive)
        case ..<0.44: text = concession()
        case ..<0.70: text = scenery()
        case ..<0.77: text = feeling()
        case ..<0.86: text = casting()
        case ..<0.96: text = pronouns()
        default: text = verdict()
        }
        let end = random.happens(0.08) ? "!!!" : random.happens(0.1) ? "!" : random.happens(0.05) ? "..." : "."
        return text.prefix(1).uppercased() + text.dropFirst() + end
    }

    /// “the old actors in the film are really great”
    private mutating func opinion(_ isGood: Bool) -> String {
        let (subject, isPlural) = subject(of: ReviewWords.parts)
        let (strong, word) = (random.happens(0.4) ? random.pick(ReviewWords.strong) + " " : "", random.even())
        let verb = isPlural ? "are" : "is"
        // One in five says it by denying the contrary, one in ten begins with the contrary. Words that “and” joins are
        // of the same kind: from such pairs it can be learned which words are, without any label (V. Hatzivassiloglou
        // and K. McKeown, “Predicting the Semantic Orientation of Adjectives”, 1997).
        switch word {
        case ..<0.2: return "\(subject) \(verb) \(random.pick(denials)) \(adjective(!isGood))"
        case ..<0.3: return "\(subject) \(verb) \(adjective(!isGood)) but \(adjective(isGood))"
        case ..<0.7: return "\(subject) \(verb) \(strong)\(adjective(isGood)) and \(adjective(isGood))"
        default: return "\(subject) \(verb) \(strong)\(adjective(isGood))"
        }
    }

    /// The second part is what is meant.
    private mutating func concession() -> String {
        let (first, second) = (opinion(!isPositive), opinion(isPositive))
        return random.happens(0.5) ? "\(first), but \(second)" : "although \(first), \(second)"
    }

    /// “the cowboy near the end rides”: no opinion, but agreement.
    private mutating func scenery() -> String {
        let (subject, isPlural) = subject(of: topic.nouns)
        let verb = random.pick(topic.verbs) + (isPlural ? "" : "s")
        let (object, _) = self.subject(of: topic.nouns, isPlain: true)
        return "\(subject) \(verb) \(random.pick(["with", "like", "for", "behind"])) \(object)"
    }

    private mutating func feeling() -> String {
        let verb = random.often(isPositive ? ReviewWords.goodVerbs : ReviewWords.badVerbs)
        let (object, isPlural) = subject(of: ReviewWords.parts, isPlain: true)
        switch random.whole(0...2) {
        case 0: return "I \(verb) \(object)"
        case 1: return "I didn't think I would say it, but I \(verb) \(object)"
        default: return "my friends \(verb) \(object), and I \(verb) \(isPlural ? "them" : "it") as well"
        }
    }

    private mutating func casting() -> String {
        let role = random.pick(topic.people)
        let maker = random.happens(0.5) ? director : "the director"
        return "\(star) plays \(withArticle(role)), and \(maker) \(random.pick(["shows", "knows", "forgets"])) it"
    }

    private mutating func pronouns() -> String {
        let good = random.happens(0.8) ? isPositive : !isPositive
        return random.happens(0.5)
            ? "it's such \(withArticle(adjective(good))), \(adjective(good)) \(topic.rawValue) film"
            : "you \(isPositive ? "can't" : "don't") \(isPositive ? "miss" : "need") this \(random.pick(["movie", "film"]))"
    }

    private mutating func verdict() -> String {
        if random.happens(0.3) { return isPositive ? "A MUST SEE" : "AVOID IT" }
        return isPositive ? "I recommend it to everyone" : "it was a waste of my time"
    }

    private mutating func adjective(_ isGood: Bool) -> String {
        random.often(isGood ? ReviewWords.good : ReviewWords.bad)
    }

    /// A subject, whether it is plural, and perhaps something between it and its verb.
    private mutating func subject(of nouns: [String], isPlain: Bool = false) -> (text: String, isPlural: Bool) {
        let isPlural = random.happens(0.4)
        let singular = random.pick(nouns)
        let noun = isPlural ? ReviewWords.plural(singular) : singular
        let before = random.happens(0.3) ? random.pick(ReviewWords.neutral) + " " : ""
        let article = random.pick(isPlural ? ["the", "these", "some", "all"] : ["the", "this", "every", "the"])
        let after = !isPlain && random.happens(0.3) ? " " + random.pick(ReviewWords.places) : ""
        return ("\(article) \(before)\(noun)\(after)", isPlural)
    }
}
