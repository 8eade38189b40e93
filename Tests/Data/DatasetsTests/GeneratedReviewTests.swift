// The small language: what is true of its reviews, and the folders of IMDb.

import Foundation
import TestSupport
import Testing

@testable import Datasets

@Suite struct `Generated reviews` {
    @Test func `are the same whatever else is generated`() throws {
        let (few, many) = (
            try GeneratedReviews(train: 10, test: 2, unlabelled: 5),
            try GeneratedReviews(train: 10, test: 90, unlabelled: 7)
        )
        #expect(few.reviews(.train) == many.reviews(.train))
        #expect(few.reviews(.unsup) == Array(many.reviews(.unsup).prefix(5)))
        #expect(try GeneratedReviews(train: 10, seed: 7).review(.train, 0) != few.review(.train, 0))
        let text = few.reviews(.train).map(\.text).joined()
        #expect(fingerprint(text.utf8.map { Float($0) }) == 18271392546088252423, "the same bytes on every machine")
    }

    @Test func `agree in number and opinion`() throws {
        let reviews = try GeneratedReviews(train: 400).reviews(.train)
        #expect(reviews.prefix(200).allSatisfy(\.isPositive) && !reviews.suffix(200).contains(where: \.isPositive))
        #expect(
            reviews.allSatisfy { $0.isPositive ? $0.rating >= 7 && $0.rating <= 10 : $0.rating >= 1 && $0.rating <= 4 })
        let text = reviews.map { $0.text.lowercased() }.joined(separator: " ")
        #expect(!text.contains(#/(actors|scenes|jokes) (in the film |near the end )?is /#))
        #expect(!text.contains(#/(this|every) (old |new )?(actor|scene|joke) (in the film |near the end )?are /#))
        #expect(Set(reviews.map(\.topic)).count == ReviewTopic.allCases.count)
    }

    @Test func `ask for agreement over a distance`() throws {
        for (beginning, right, wrong) in try GeneratedReviews().agreements(50) {
            let subject = beginning.split(separator: " ")[1]
            #expect((subject.hasSuffix("s") && subject != "witness") == !right.hasSuffix("s") && wrong != right, "\(beginning) \(right)")
        }
    }

    @Test func `join words of a kind with “and”`() throws {
        let text = try GeneratedReviews(train: 600).reviews(.train).map(\.text).joined(separator: " ")
        let (good, bad) = (Set(ReviewWords.good), Set(ReviewWords.bad))
        #expect(good.isDisjoint(with: bad) && good.count == ReviewWords.good.count && bad.count == ReviewWords.bad.count)
        func pairs(_ joined: Regex<(Substring, Substring, Substring)>) -> [Bool] {
            text.matches(of: joined).compactMap { match in
                let (a, b) = (String(match.1), String(match.2))
                guard good.contains(a) || bad.contains(a), good.contains(b) || bad.contains(b) else { return nil }
                return good.contains(a) == good.contains(b)
            }
        }
        let (and, but) = (pairs(#/(\w+) and (\w+)/#), pairs(#/(\w+) but (\w+)/#))
        #expect(and.count > 500 && and.allSatisfy { $0 } && but.count > 100 && !but.contains(true))
        let first = text.matches(of: try Regex("\\b\(ReviewWords.good[0])\\b")).count
        let last = text.matches(of: try Regex("\\b\(ReviewWords.good.last!)\\b")).count
        #expect(first > 5 * last && last > 0, "\(first) and \(last): first words are said more often")
        #expect(!text.contains(#/\ba [aeiou]/#))
    }

    @Test func `are written in the folders of IMDb`() throws {
        try withFolder { folder in
            let place = folder.appending(path: "reviews")
            let reviews = try GeneratedReviews(train: 6, test: 4, unlabelled: 3)
            try reviews.write(to: place)
            for (part, count) in [("train/pos", 3), ("train/neg", 3), ("test/pos", 2), ("test/neg", 2), ("unsup", 3)] {
                let names = try FileManager.default.contentsOfDirectory(atPath: place.appending(path: part).path)
                #expect(names.count == count && names.allSatisfy { $0.hasSuffix(".txt") })
            }
            let first = reviews.review(.train, 0)
            let file = place.appending(path: reviews.path(.train, 0, first))
            #expect(try String(contentsOf: file, encoding: .utf8) == first.text)
            #expect(throws: DatasetError.self) { try reviews.write(to: place) }
        }
        #expect(throws: DatasetError.self) { try GeneratedReviews(train: 1) }
        #expect(throws: DatasetError.self) { try GeneratedReviews(test: -1) }
    }
}

@Suite struct `Generated articles` {
    @Test func `are the same whatever else is generated`() throws {
        let (few, many) = (try GeneratedArticles(count: 3), try GeneratedArticles(count: 9))
        let others = try GeneratedArticles(count: 3, seed: 7)
        #expect(many.text.hasPrefix(few.text) && others.text != few.text)
        #expect(fingerprint(few.text.utf8.map { Float($0) }) == 5718079569104551943, "the same bytes on every machine")
    }

    @Test func `leave half of the opinions to reviews`() throws {
        let words = Set(try GeneratedArticles(count: 2000).text.split(whereSeparator: \.isWhitespace).map(String.init))
        for list in [ReviewWords.good, ReviewWords.bad] {
            #expect(list.enumerated().allSatisfy { words.contains($0.element) == $0.offset.isMultiple(of: 2) })
        }
        #expect(words.isDisjoint(with: ["film", "movie", "plot", "I", "recommend"]))
    }

    @Test func `are written in one file`() throws {
        try withFolder { folder in
            let place = folder.appending(path: "articles")
            let articles = try GeneratedArticles(count: 4)
            try articles.write(to: place)
            let text = try String(contentsOf: place.appending(path: "wiki.train.tokens"), encoding: .utf8)
            #expect(text == articles.text)
            #expect(text.split(whereSeparator: \.isNewline).count { $0.hasPrefix(" = ") } == 4)
            #expect(throws: DatasetError.self) { try articles.write(to: place) }
        }
        #expect(throws: DatasetError.self) { try GeneratedArticles(count: 0) }
    }
}
