// # Splitting: a training set and a validation set

import Common
import Foundation
import Tensors

/// Why items cannot be divided: the split, what is wrong with it, and what to do. It may be one of texts or of tables
/// as well as one of photos.
public struct SplitProblem: FileProblem {
    /// The split, as messages call it.
    public var file: String
    public var problem: String
    public var advice: String?

    public init(_ split: String, _ problem: String, try advice: String? = nil) {
        (file, self.problem, self.advice) = (split, problem, advice)
    }
}

/// Divides items into a training set and a validation set.
public struct Splitter<Item> {
    /// What messages call it.
    let name: String
    private let split: (_ items: [Item]) throws -> (train: [Int], valid: [Int])

    /// A way of your own.
    /// - Parameter split: gives the places of both, counted from 0. Items in neither are not used.
    public init(
        _ name: String = "a function", _ split: @escaping (_ items: [Item]) throws -> (train: [Int], valid: [Int])
    ) {
        (self.name, self.split) = (name, split)
    }

    /// - Throws: ``SplitProblem`` if one of the two would be empty, or an item would be in both.
    public func callAsFunction(_ items: [Item]) throws -> (train: [Int], valid: [Int]) {
        let parts = try split(items)
        func refuse(_ problem: String) -> SplitProblem { SplitProblem("the split by \(name)", problem) }
        if let stranger = (parts.train + parts.valid).first(where: { !items.indices.contains($0) }) {
            throw refuse("of \(counted(items.count, "item")), none is at place \(stranger)")
        }
        if parts.train.isEmpty { throw refuse("nothing of \(counted(items.count, "item")) is left for training") }
        if parts.valid.isEmpty { throw refuse("nothing of \(counted(items.count, "item")) is left for validation") }
        if !Set(parts.train).isDisjoint(with: parts.valid) { throw refuse("some items are in both parts") }
        return parts
    }
}

extension Splitter {
    /// A share of all, drawn at random; always the same ones for a seed. (The book's `RandomSplitter`.)
    /// - Parameter share: that of the validation items, rounded down to whole items.
    public static func random(share: Double = 0.2, seed: UInt64) -> Splitter {
        require(share > 0 && share < 1, "a random split with share \(share)", "it is above 0 and below 1")
        return Splitter("chance, with seed \(seed)") { items in
            var random = SplitMix64(seed: seed)
            let order = random.permutation(items.count)
            let count = Int(share * Double(items.count))
            return (Array(order[count...]), Array(order[..<count]))
        }
    }

    /// Those at these places are for validation, all others for training. (The book's `IndexSplitter`.)
    public static func index(_ places: [Int]) -> Splitter {
        Splitter("place") { items in
            let valid = Set(places)
            return (items.indices.filter { !valid.contains($0) }, places)
        }
    }

    /// Those of which a function says so are for validation, all others for training. (The book's `FuncSplitter`.)
    public static func function(_ isValid: @escaping (Item) throws -> Bool) -> Splitter {
        Splitter("a function") { items in
            let valid = try items.map(isValid)
            return (items.indices.filter { !valid[$0] }, items.indices.filter { valid[$0] })
        }
    }
}

extension Splitter where Item == URL {
    /// By the folder two steps above each file: `train/boxer/1.jpg`, `valid/boxer/2.jpg`. (The book's
    /// `GrandparentSplitter`.) Files elsewhere are not used.
    public static func grandparent(train: String = "train", valid: String = "valid") -> Splitter {
        Splitter("folders “\(train)” and “\(valid)”") { files in
            let folders = files.map(grandparentFolder)
            return (files.indices.filter { folders[$0] == train }, files.indices.filter { folders[$0] == valid })
        }
    }
}
