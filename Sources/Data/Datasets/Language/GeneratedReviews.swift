// # Generated reviews
//
//     let reviews = try GeneratedReviews(train: 2000, test: 500, unlabelled: 2000)
//     try reviews.write(to: folder)             // train/pos/0_9.txt, …, in the folders of IMDb
//
// Real reviews cannot be part of the project, so chapters have a stand-in: a small language with a grammar, topics
// and opinions. What is true of a review is known: its topic, its opinion, and whether its verbs agree. Every review
// has a random stream of its own: the same bytes on every machine, whatever else is generated.

import Common
import Foundation
import Tensors

/// A review and what is true of it.
public struct GeneratedReview: Sendable, Equatable {
    public let text: String
    public let isPositive: Bool
    public let topic: ReviewTopic
    /// From 1 to 10, as in the names of IMDb's files: 7 and more is positive, 4 and less is not.
    public let rating: Int
}

/// Reviews in the folders of IMDb.
public struct GeneratedReviews: Sendable {
    /// Raised when other texts come from the same seed.
    public static let version = 2

    public enum Part: String, CaseIterable, Sendable { case train, test, unsup }

    /// How many there are: half of those in train and test are positive.
    public let train: Int, test: Int, unlabelled: Int
    public let seed: UInt64

    /// - Throws: `DatasetError` when there are no such reviews.
    public init(train: Int = 2000, test: Int = 1000, unlabelled: Int = 2000, seed: UInt64 = 42) throws(DatasetError) {
        guard min(train, test, unlabelled) >= 0, max(train, test, unlabelled) <= 1_000_000, train > 1 else {
            throw DatasetError(
                "generated reviews", "\(train), \(test) and \(unlabelled) are no counts of reviews",
                try: "2 or more to learn from, and none of them above 1,000,000")
        }
        (self.train, self.test, self.unlabelled, self.seed) = (train, test, unlabelled, seed)
    }

    public func count(_ part: Part) -> Int { part == .train ? train : part == .test ? test : unlabelled }

    /// A review by its number. In train and test, the positive ones come first.
    public func review(_ part: Part, _ number: Int) -> GeneratedReview {
        let code = UInt64(Part.allCases.firstIndex(of: part)!)
        var random = SplitMix64(seed: seed, numbers: [code, UInt64(number)])
        let isPositive = part == .unsup ? random.happens(0.5) : number < count(part) / 2
        return GeneratedReview(isPositive: isPositive, using: &random)
    }

    /// All of a part, in order.
    public func reviews(_ part: Part) -> [GeneratedReview] { (0..<count(part)).map { review(part, $0) } }

    /// The name of a review's file below the folder: `train/pos/12_8.txt`, `unsup/3_0.txt`.
    public func path(_ part: Part, _ number: Int, _ review: GeneratedReview) -> String {
        if part == .unsup { return "unsup/\(number)_0.txt" }
        let place = review.isPositive ? number : number - count(part) / 2
        return "\(part.rawValue)/\(review.isPositive ? "pos" : "neg")/\(place)_\(review.rating).txt"
    }

    /// Writes all files into a folder, which may not exist yet.
    /// - Throws: `DatasetError` when the folder holds something already, or a file cannot be written.
    public func write(to folder: URL) throws {
        try writeNewFolder(folder) { new in
            for place in ["train/pos", "train/neg", "test/pos", "test/neg", "unsup"] {
                try makeFolder(new.appending(path: place))
            }
            for part in Part.allCases {
                _ = try onAllThreads(count(part)) { number in
                    let review = review(part, number)
                    try Data(review.text.utf8).write(to: new.appending(path: path(part, number, review)))
                }
            }
        }
    }
}

extension GeneratedReview {
    init(isPositive: Bool, using random: inout SplitMix64) {
        let topic = random.pick(ReviewTopic.allCases)
        let (star, director) = (ReviewWords.name(using: &random), ReviewWords.name(using: &random))
        var maker = ReviewSentences(
            topic: topic, isPositive: isPositive, star: star, director: director, random: random)
        // Most are short, some are long.
        let length = random.even() * random.even()
        var sentences: [String] = []
        for number in 0..<3 + Int(length * 20) {
            let isNewParagraph = number > 0 && maker.random.happens(0.08)
            sentences.append((isNewParagraph ? "<br /><br />" : "") + maker.sentence())
        }
        let rating = isPositive ? 7 + maker.random.whole(0...3) : 1 + maker.random.whole(0...3)
        if maker.random.happens(0.15) { sentences.append("\(rating)/10") }
        self.init(text: sentences.joined(separator: " "), isPositive: isPositive, topic: topic, rating: rating)
    }
}

// MARK: Agreement

extension GeneratedReviews {
    /// Beginnings of sentences after which the right verb is known, although something stands between it and its
    /// subject: “the cowboys near the end” is followed by “ride”, not by “rides”. What a language model knows of
    /// grammar can be read from them.
    public func agreements(_ count: Int) -> [(beginning: String, right: String, wrong: String)] {
        (0..<count).map { number in
            var random = SplitMix64(seed: seed, numbers: [99, UInt64(number)])
            let topic = random.pick(ReviewTopic.allCases)
            let (verb, isPlural) = (random.pick(topic.verbs), random.happens(0.5))
            let singular = random.pick(topic.nouns)
            let noun = isPlural ? ReviewWords.plural(singular) : singular
            let beginning = "The \(noun) \(random.pick(ReviewWords.places))"
            return isPlural ? (beginning, verb, verb + "s") : (beginning, verb + "s", verb)
        }
    }
}
