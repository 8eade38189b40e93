// # Parts and sums of datasets
//
// Section 21.5 · After this page you can make datasets of parts of others and of several together, without copying a
// picture, and feed both parts of the data to a net in batches.

import Figures
import Notebook
import Tensors
import Training

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
        show("\(pair.count) of \(dataset.count)", "airplanes and birds to learn from")

        // The labels are still the old ones. A subset chooses items; it does not change them.
        show(try labelCounts(pair).keys.sorted(), "its labels")
    }
}

// The chapter's own dataset puts it all together. It keeps bytes, a quarter of what floats would take. A sample is made
// when it is asked for: channels first, floats, normalized. And since a net learns from batches, it can make a whole batch
// at once. With that, it is a collection that the engine's `DataLoader` takes (chapter 4):

/// Pictures of the classes in a label map, normalized when they are asked for.
public struct NormalizedPictures: Dataset, RandomAccessCollection, BatchSource {
    /// Bytes [n, 32, 32, 3].
    public let images: ByteTensor
    /// The new labels [n].
    public let labels: [Int]
    public let normalize: Normalize

    public init(_ pictures: TinyPictures, _ labelMap: [Int: Int], _ normalize: Normalize) {
        let numbers = pictures.labels.indices.filter { labelMap[pictures.labels[$0]] != nil }
        images = pictures.images.rows(numbers)
        labels = numbers.map { labelMap[pictures.labels[$0]]! }
        self.normalize = normalize
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { labels.count }
    public var count: Int { labels.count }

    /// x [3, 32, 32] and its label
    public subscript(index: Int) -> (Tensor, Int) { (batch([index]).0[0], labels[index]) }

    /// x [n, 3, 32, 32] and y [n]
    public func batch(_ places: [Int]) -> (Tensor, IntTensor) {
        let x = Tensor(images.rows(places).permuted(0, 3, 1, 2)) / 255
        let (mean, deviation) = (normalize.mean.reshaped(3, 1, 1), normalize.deviation.reshaped(3, 1, 1))
        return ((x - mean) / deviation, IntTensor(places.map { labels[$0] }))
    }
}

extension BirdsAndAirplanes {
    func bothParts() throws {
        // The two parts are the properties `trainPictures` and `validPictures`, the book's `cifar2` and `cifar2_val`. Both
        // are normalized by the numbers of the pictures to learn from.
        let (train, valid) = (try trainPictures, try validPictures)
        record("pair/train", train.count, book: 10_000, on: pairOrigin)
        record("pair/valid", valid.count, book: 2000, on: pairOrigin)

        // They give what the chain of transforms gives:
        let chain = ToTensor().then(try normalize)
        let list = try relabelledList(PictureDataset(try pictures.train).transformed(by: chain), try labelMap)
        let far = try (0..<min(50, list.count)).map { (try list[$0].0 - train[$0].0).abs().max().item }.max() ?? 0
        show(far < 1e-6, "the first pictures are those of the list")
        show(try (0..<list.count).allSatisfy { try list[$0].1 == train[$0].1 }, "and all labels are")

        // In batches of 64:
        let loader = DataLoader(train, batchSize: 64)
        let (x, y) = loader.first!
        show("x \(x.shape), y \(y.shape)", "the first of \(loader.count) batches")
    }

    func whatABaselineKnows() throws {
        // Before any net: how often is somebody right who always gives the more frequent answer? Every score of this
        // chapter has to be compared with that.
        let labels = try validPictures.labels
        let birds = Float(labels.count { $0 == 1 }) / Float(labels.count)
        show(
            max(birds, 1 - birds), "accuracy of always giving the more frequent answer, \(dataName)",
            ask: "\(labels.count) pictures to check with, \(labels.count { $0 == 1 }) of them birds. How often is \"always the same\" right?")

        // And one step further: how often is somebody right who looks at one number of a picture, its mean of blue less
        // that of red, and says "airplane" where it is larger than usual?
        let (train, valid) = (try bluenesses(of: try trainPictures), try bluenesses(of: try validPictures))
        let usual = train.sorted()[train.count / 2]
        let right = zip(valid, labels).count { blueness, label in (blueness > usual ? 0 : 1) == label }
        let share = Float(right) / Float(labels.count)
        record("blueness/accuracy", share)
        show(
            share > max(birds, 1 - birds) + 0.05
                ? "The colour of a picture gives something away."
                : "On these pictures, the colour alone gives little away.")

        // A net has to be better than that to have seen more than the colour of the sky.
    }

    // MARK: Helpers

    /// Mean of blue less mean of red of each picture.
    private func bluenesses(of pictures: NormalizedPictures) throws -> [Float] {
        stride(from: 0, to: pictures.count, by: 500).flatMap { start in
            let means = Tensor(pictures.images[start..<min(start + 500, pictures.count)]).mean(axes: 1, 2)
            return (means[0..., 2] - means[0..., 0]).scalars
        }
    }
}
