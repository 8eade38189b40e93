// # Generated articles
//
//     try GeneratedArticles(count: 500).text          // " \n = Marilo Tenders = \n \n …", as in WikiText
//
// The first stage of a classifier of texts is a language model of any texts. Real ones are those of Wikipedia; the
// stand-in is this: articles about people and places, in the same small language as the reviews, but in another
// style. Half of what reviews say of films is never said in them, and nobody has an opinion on anything as a whole.

import Common
import Foundation
import Tensors

/// Articles in the layout of WikiText: a heading between equals signs, and paragraphs.
public struct GeneratedArticles: Sendable {
    /// Raised when other texts come from the same seed.
    public static let version = 1

    public let count: Int
    public let seed: UInt64

    /// - Throws: `DatasetError` when there are no such articles.
    public init(count: Int = 1000, seed: UInt64 = 42) throws(DatasetError) {
        guard (1...1_000_000).contains(count) else {
            throw DatasetError("generated articles", "\(count) is no count of articles", try: "1 to 1,000,000 of them")
        }
        (self.count, self.seed) = (count, seed)
    }

    /// An article by its number, the same whatever else is generated.
    public func article(_ number: Int) -> String {
        var writer = ArticleSentences(random: SplitMix64(seed: seed, numbers: [57, UInt64(number)]))
        return writer.article()
    }

    /// All of them, one after the other.
    public var articles: [String] { (0..<count).map(article) }

    /// All of them, as in WikiText's file.
    public var text: String { articles.map { " \n" + $0 + "\n" }.joined() }

    /// Writes `wiki.train.tokens` into a folder, which may not exist yet.
    /// - Throws: `DatasetError` when the folder holds something already, or the file cannot be written.
    public func write(to folder: URL) throws {
        try writeNewFolder(folder) { new in
            try Data(text.utf8).write(to: new.appending(path: "wiki.train.tokens"))
        }
    }
}

/// Makes the sentences of one article. Its signs have blanks before them, as WikiText's have.
private struct ArticleSentences {
    var random: SplitMix64
    /// Half of the opinions of reviews are also said of people and things.
    private static let (good, bad) = (everyOther(ReviewWords.good), everyOther(ReviewWords.bad))
    private static let places = ["in the old town", "near the river", "of the north", "in those years", "by the road"]
    private static let past = ["built", "sold", "painted", "forgotten", "found", "burned", "opened", "closed"]

    private static func everyOther(_ words: [String]) -> [String] {
        words.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    }

    mutating func article() -> String {
        let (topic, name) = (random.pick(ReviewTopic.allCases), ReviewWords.name(using: &random))
        let role = random.pick(topic.people)
        let (isGood, length) = (random.happens(0.5), random.even() * random.even())
        let words = isGood ? Self.good : Self.bad
        let year = "\(random.whole(1860...1990))"
        var sentences = ["\(name) was \(withArticle(role)) , born in \(year) , and \(random.often(words)) ."]
        for number in 0..<4 + Int(length * 16) {
            let isNewParagraph = number > 0 && random.happens(0.15)
            sentences.append((isNewParagraph ? "\n " : "") + sentence(topic, name))
        }
        return " = \(name) = \n \n " + sentences.joined(separator: " ") + " \n"
    }

    private mutating func sentence(_ topic: ReviewTopic, _ name: String) -> String {
        let (subject, isPlural) = subject(topic)
        let text: String
        switch random.even() {
        case ..<0.4: text = "\(subject) \(isPlural ? "were" : "was") \(description())"
        case ..<0.65:
            let object = self.subject(topic).text
            let preposition = random.pick(["with", "like", "for", "behind"])
            text = "\(subject) \(random.pick(topic.verbs))\(isPlural ? "" : "s") \(preposition) \(object)"
        case ..<0.8:
            text = "in \(random.whole(1860...1990)) , \(subject) \(isPlural ? "were" : "was") \(random.pick(Self.past))"
        case ..<0.9: text = "many people called \(subject) \(description())"
        default: text = "\(name) \(random.pick(["knew", "showed", "forgot"])) \(subject) , which \(isPlural ? "were" : "was") \(description())"
        }
        return text.prefix(1).uppercased() + text.dropFirst() + " ."
    }

    /// One word, two of a kind with “and”, or two of different kinds with “but”.
    private mutating func description() -> String {
        let isGood = random.happens(0.5)
        let (words, others) = isGood ? (Self.good, Self.bad) : (Self.bad, Self.good)
        switch random.even() {
        case ..<0.5: return "\(random.often(words)) and \(random.often(words))"
        case ..<0.65: return "\(random.often(words)) but \(random.often(others))"
        case ..<0.8: return "never \(random.often(words)) , but \(random.often(others))"
        default: return random.often(words)
        }
    }

    private mutating func subject(_ topic: ReviewTopic) -> (text: String, isPlural: Bool) {
        let isPlural = random.happens(0.4)
        let singular = random.pick(topic.nouns)
        let noun = isPlural ? ReviewWords.plural(singular) : singular
        let before = random.happens(0.3) ? random.pick(ReviewWords.neutral) + " " : ""
        let article = random.pick(isPlural ? ["the", "these", "some", "all"] : ["the", "this", "every", "the"])
        return ("\(article) \(before)\(noun)" + (random.happens(0.3) ? " " + random.pick(Self.places) : ""), isPlural)
    }
}

extension SplitMix64 {
    /// A word of a list whose first ones are said often and whose last ones are said seldom, as in any language.
    mutating func often(_ words: [String]) -> String {
        let place = even()
        return words[Int(place * place * Float(words.count))]
    }
}

/// “a cowboy”, “an outlaw”
func withArticle(_ word: String) -> String { ("aeiou".contains(word.first!) ? "an " : "a ") + word }
