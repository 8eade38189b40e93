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
        #expect(fingerprint(text.utf8.map { Float($0) }) == 15907136614488019367, "the same bytes on every machine")
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
