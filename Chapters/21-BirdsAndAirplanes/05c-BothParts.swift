// # Both parts, in batches
//
// Section 21.5 · After this page you can feed the data to a net, and say what any net on them has to beat.

import Figures
import Notebook
import Tensors
import Training

// The chapter's own dataset puts it all together. It keeps bytes, a quarter of what floats would take. A sample is made
// when it is asked for: channels first, floats, normalized. And since a net learns from batches, it can make a whole
// batch at once. With that, it is a collection that the engine's `DataLoader` takes (chapter 4):

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
        // The two parts are the properties `trainPictures` and `validPictures`, the book's `cifar2` and `cifar2_val`.
        // Both are normalized by the numbers of the training pictures.
        let (train, valid) = (try trainPictures, try validPictures)
        record("pair/train", train.count, book: 10_000, on: pairOrigin)
        record("pair/valid", valid.count, book: 2000, on: pairOrigin)

        // They give what the chain of transforms gives. We compare the first ones:
        let some = try pictures.train.chosen(Array(0..<100))
        let chain = ToTensor().then(try normalize)
        let list = try relabelledList(PictureDataset(some).transformed(by: chain), try labelMap)
        let far = try (0..<list.count).map { (try list[$0].0 - train[$0].0).abs().max().item }.max() ?? 0
        show(far < 1e-6, "the pictures are those of a list, \(list.count) of them")
        show(try (0..<list.count).allSatisfy { try list[$0].1 == train[$0].1 }, "and so are the labels")

        // In batches of 64:
        let loader = DataLoader(train, batchSize: 64)
        let (x, y) = loader.first!
        show("x \(x.shape), y \(y.shape)", "the first of \(loader.count) batches")
    }

    func whatABaselineKnows() throws {
        // Before any net: how often is somebody right who always gives the more frequent class? Every score of this
        // chapter has to be compared with that.
        let labels = try validPictures.labels
        let baseline = try majorityShare
        show(
            baseline, "accuracy of always giving the more frequent class, \(dataName)",
            predict: .share(
                "Half of the pictures are birds, or nearly. How often is \"bird\" right, said always?", baseline))

        // And one step further: how often is somebody right who looks at one number of a picture, its mean of blue less
        // that of red, and says "airplane" where it is larger than usual? (`bluenesses` computes that, and the usual is
        // the median of the training pictures.)
        let (train, valid) = (bluenesses(of: try trainPictures), bluenesses(of: try validPictures))
        let usual = train.sorted()[train.count / 2]
        let right = zip(valid, labels).count { blueness, label in (blueness > usual ? 0 : 1) == label }
        let share = Float(right) / Float(labels.count)
        record("blueness/accuracy", share)
        show(
            share > baseline + 0.05
                ? "The colour of a picture gives something away."
                : "On these pictures, the colour alone gives little away.")

        // A net has to be better than that to have seen more than the colour of the sky.
    }
}
