// # Predicting is not recommending
//
// Section 1.4 · After this page you know why a good prediction may be useless, and how to see it in numbers.

import Figures
import Foundation
import Notebook
import Tensors

// A model can only tell what it has been asked: which pattern goes on in data like those that it has seen. That is a
// prediction, and not what you should do. Somebody has to think about what follows, and there the trouble begins.
//
// Take a bookshop on the web. It has noted who has bought what, and trains a model to predict purchases. The better
// the model, the surer it names books that people like you buy. These are the books that you have bought. Next to
// them come the others by the same author, which you know of as well. A good bookseller does something else: “You
// like these? Then let me show you somebody you have never heard of.”
//
// Let us build the shop, with a truth that we know. Each reader loves one kind of books, and would love one more.
// `BookShop` has 30 authors with four books each, five authors to a kind:

/// Who has bought what, and what is true of the readers.
public struct BookShop: Sendable {
    public static let books = 120, kinds = 6
    /// The books of each reader.
    public let bought: [Set<Int>]
    /// The kind of books that each reader loves, and the one that they would love, too.
    public let loves: [Int], wouldLove: [Int]
    /// Whether they have met the second one.
    public let hasMetBoth: [Bool]

    public static func author(of book: Int) -> Int { book / 4 }
    public static func kind(of book: Int) -> Int { book / 20 }

    public init(readers: Int, using random: inout SplitMix64) {
        loves = (0..<readers).map { _ in Int.random(in: 0..<Self.kinds, using: &random) }
        wouldLove = loves.map { ($0 + 1) % Self.kinds }
        hasMetBoth = loves.map { _ in Bool.random(using: &random) }
        var bought: [Set<Int>] = []
        for reader in 0..<readers {
            let known = hasMetBoth[reader] ? [loves[reader], wouldLove[reader]] : [loves[reader]]
            var own: Set<Int> = []
            for kind in known {
                // Three of the five authors, and most of what they have written.
                for author in (0..<5).shuffled(using: &random).prefix(3) {
                    for volume in 0..<4 where Double.random(in: 0..<1, using: &random) < 0.75 {
                        own.insert(kind * 20 + author * 4 + volume)
                    }
                }
            }
            bought.append(own)
        }
        self.bought = bought
    }
}

// The model counts: of those who have bought book a, which share has bought book b? What a reader is predicted to buy
// is what those have who share their books. That is learning from data in its simplest form, and it works. (Chapter 8
// has better models; they have the same problem.)

/// For each reader and each book, how strongly a purchase is predicted: the mean share of b among those who have a,
/// over all books a of the reader.
public func predictedPurchases(_ shop: BookShop) -> [[Double]] {
    var together = [[Double]](repeating: Array(repeating: 0, count: BookShop.books), count: BookShop.books)
    for own in shop.bought {
        for a in own { for b in own { together[a][b] += 1 } }
    }
    return shop.bought.map { own in
        (0..<BookShop.books).map { b in
            own.sorted().reduce(0) { $1 == b ? $0 : $0 + together[$1][b] / together[$1][$1] }
                / Double(max(1, own.count))
        }
    }
}

// How good is a list? That can be counted, since the truth about the readers is known:

/// What is in a list of recommendations for one reader.
public struct ListOfBooks: Sendable {
    public let owned: Int, byKnownAuthors: Int, new: Int
    /// New, and of the kind that the reader loves, or would love.
    public let newAndLoved: Int

    public init(_ list: [Int], for reader: Int, in shop: BookShop) {
        let own = shop.bought[reader]
        let authors = Set(own.map(BookShop.author))
        let fresh = list.filter { !authors.contains(BookShop.author(of: $0)) }
        owned = list.count { own.contains($0) }
        byKnownAuthors = list.count { !own.contains($0) && authors.contains(BookShop.author(of: $0)) }
        new = fresh.count
        newAndLoved = fresh.count { [shop.loves[reader], shop.wouldLove[reader]].contains(BookShop.kind(of: $0)) }
    }
}

extension FirstModels {
    func whatOneAlreadyHas() {
        var random = run.random
        let shop = BookShop(readers: run.size(quick: 60, usual: 600), using: &random)
        let predicted = predictedPurchases(shop)
        // Three `lists` of ten for each reader who has not met the second kind yet, and for each the `average` of what
        // is on it:
        let readers = shop.bought.indices.filter { !shop.hasMetBoth[$0] }
        func lists(_ isAllowed: (_ reader: Int, _ book: Int) -> Bool) -> [ListOfBooks] {
            readers.map { reader in
                let order = (0..<BookShop.books).filter { isAllowed(reader, $0) }
                    .sorted { (-predicted[reader][$0], $0) < (-predicted[reader][$1], $1) }
                return ListOfBooks(Array(order.prefix(10)), for: reader, in: shop)
            }
        }
        let byPrediction = lists { _, _ in true }
        let notOwned = lists { !shop.bought[$0].contains($1) }
        let newAuthors = lists { reader, book in
            !shop.bought[reader].contains { BookShop.author(of: $0) == BookShop.author(of: book) }
        }
        func average(_ lists: [ListOfBooks], _ part: KeyPath<ListOfBooks, Int>) -> Double {
            Double(lists.reduce(0) { $0 + $1[keyPath: part] }) / Double(lists.count)
        }
        var table = TextTable(
            ["ten books by …", "owned", "by a known author", "new", "new and loved"], decimals: 1)
        for (name, list) in [
            ("the highest predictions", byPrediction), ("the same, without owned ones", notOwned),
            ("the same, of new authors only", newAuthors),
        ] {
            table.add(
                name, average(list, \.owned), average(list, \.byKnownAuthors), average(list, \.new),
                average(list, \.newAndLoved))
        }
        record(
            "recommender/owned-of-ten", average(byPrediction, \.owned),
            predict: .yesNo(
                "A model names the ten books that a reader will most probably buy. Are five or more of them on the reader's shelf already?",
                average(byPrediction, \.owned) >= 5))
        show(table, "What three lists offer, mean over \(readers.count) readers")
        record("recommender/new-and-loved-by-prediction", average(byPrediction, \.newAndLoved))
        record("recommender/new-and-loved-of-new-authors", average(newAuthors, \.newAndLoved))

        // The same predictions are behind all three lists. What differs is the question that somebody has asked. None
        // of the lists was made by a wrong model; the first is simply no answer to “what should I show?”.
    }
}
