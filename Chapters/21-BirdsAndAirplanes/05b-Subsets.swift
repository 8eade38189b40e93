// # Parts and sums of datasets
//
// Section 21.5 · After this page you can make datasets of parts of others and of several together, without copying a
// picture.

import Figures
import Notebook
import Tensors

// A list keeps all items. PyTorch has three classes that keep none, and only know where to ask. `Subset` has a list of
// numbers: its item k is item numbers[k] of another dataset. So a subset can choose, leave out, repeat and put into
// another order:

/// The items of another dataset with these numbers, in this order.
public struct Subset<Base: Dataset>: Dataset {
    public let base: Base
    public let numbers: [Int]

    public init(_ base: Base, _ numbers: [Int]) { (self.base, self.numbers) = (base, numbers) }

    public var count: Int { numbers.count }

    public subscript(index: Int) -> (Base.Sample, Int) {
        get throws {
            guard numbers.indices.contains(index) else { throw NoSuchItem(index, of: count) }
            return try base[numbers[index]]
        }
    }
}

// `ConcatDataset` puts several one after the other. Item k is in the first part, if that has more than k items; if not,
// it is item k less the count of the first part among the others:

/// The items of several datasets, one after the other.
public struct ConcatDataset<Part: Dataset>: Dataset {
    public let parts: [Part]

    public init(_ parts: Part...) { self.parts = parts }

    public var count: Int { parts.reduce(0) { $0 + $1.count } }

    public subscript(index: Int) -> (Part.Sample, Int) {
        get throws {
            var rest = index
            for part in parts where rest >= 0 {
                if rest < part.count { return try part[rest] }
                rest -= part.count
            }
            throw NoSuchItem(index, of: count)
        }
    }
}

// (The third, `ChainDataset`, is on the second page of section 21.2: it chains what cannot be counted.)

extension BirdsAndAirplanes {
    func subsetsAndSums() throws {
        // A dataset of four items, with the letters' numbers as labels:
        let letters = ListDataset([("a", 0), ("b", 1), ("c", 2), ("d", 3)])
        let some = Subset(letters, [3, 0, 0])
        show(try (0..<some.count).map { try some[$0].0 }, "items 3, 0 and 0")
        let sum = ConcatDataset(some, Subset(letters, [1, 2]))
        let words = try (0..<sum.count).map { try sum[$0].0 }
        show(
            words, "the same, then items 1 and 2",
            predict: .choice(
                "d, a, a and then b, c: which one is item 3?", ["a", "b", "c", "d"], answer: words[3]))

        // All airplanes and birds as a subset: the numbers of those items whose label is in the map.
        let (dataset, labelMap) = (PictureDataset(try pictures.train), try self.labelMap)
        let numbers = try (0..<dataset.count).filter { labelMap[try dataset[$0].1] != nil }
        let pair = Subset(dataset, numbers)
        show("\(pair.count) of \(dataset.count)", "airplanes and birds of the training set")

        // The labels are still the old ones. A subset chooses items; it does not change them.
        show(try labelCounts(pair).keys.sorted(), "its labels")
    }
}
