// # Pairs in batches
//
// Section 11.7 · After this page you can bring an item of your own into batches, and look at one.

import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// A loader has to know how many pairs become a batch. Photos of all sizes do not; tensors of one size are stacked. The
// pair passes the question on to its pictures:

/// All first pictures of some pairs, all second ones, and all flags.
public struct SiameseBatch<Pictures> {
    public let first: Pictures, second: Pictures
    public let isSame: BoolTensor
}

extension SiamesePair: Collatable where Picture: Collatable {
    public static func collate(_ pairs: [SiamesePair]) -> SiameseBatch<Picture.Batch> {
        SiameseBatch(
            first: Picture.collate(pairs.map(\.first)), second: Picture.collate(pairs.map(\.second)),
            isSame: Bool.collate(pairs.map(\.isSame)))
    }
}

// In a data block, some steps happen without being named. Here each is: photos get one size and become bytes, one by
// one; batches become floats, and `normalized` does the rest.

extension DataPipelines {
    func pairsInBatches() throws {
        var random = run.random
        let (side, size) = (run.size(quick: 32, usual: 224), 8)
        let loaders = try pairs.loading
            .afterItem {
                OnBoth {
                    Resize(Size2D(side))
                    PhotoToBytes()
                }
            }
            .batched()
            .afterBatch(FunctionTransform(normalized))
            .loaders(batchSize: size, using: &random)
        guard let batch = loaders.train.first else {
            throw loaders.train.problem ?? TransformProblem("there is no batch of pairs")
        }
        let (first, second, isSame) = (batch.first, batch.second, batch.isSame)
        show(
            "\(first.shape), \(second.shape) and \(isSame.shape)", "shapes of a batch",
            predict: .shape(
                "\(size) pairs of photos of \(side) × \(side) pixels: which shape has the tensor of their first photos?",
                first.shape))

        // For a look, back by the same steps: undo the normalization, and make photos of the numbers. (The book's
        // `show_batch`.)
        let back = (0..<min(6, size)).map { place -> SiamesePair<Photo> in
            func photo(_ pictures: Tensor) -> Photo {
                Photo(brightnesses: Normalization.imageNet.decode(pictures[place]))
            }
            return SiamesePair(photo(first), photo(second), isSame: isSame[place].item)
        }
        show(
            ImageGrid(back.map(\.raster), titles: back.map(\.title), columns: 2, cellSize: 380),
            "A batch of pairs as the net is to see them, on \(pets.name)")
        // A second epoch has other pairs; the validation pairs stay as they are.
        let (a, b) = (Array(loaders.train).first, Array(loaders.train).first)
        show(
            a?.first.scalars == b?.first.scalars, "the first training batches of two epochs are the same",
            ask: "Are the first training batches of two epochs the same?")
        let (c, d) = (loaders.valid.first, Array(loaders.valid).first)
        show(
            c?.first.scalars == d?.first.scalars && c?.isSame == d?.isSame,
            "the first validation batches are the same")
    }
}

// MARK: Helpers

/// Bytes become brightnesses, and these the numbers that a net sees.
@Sendable private func normalized(_ batch: SiameseBatch<ByteTensor>) -> SiameseBatch<Tensor> {
    let toFloats = BytesToFloats()
    return SiameseBatch(
        first: Normalization.imageNet(toFloats(batch.first)), second: Normalization.imageNet(toFloats(batch.second)),
        isSame: batch.isSame)
}
