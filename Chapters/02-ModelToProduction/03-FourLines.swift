// # Four lines
//
// Section 2.3 · After this page you know all that there is in the book's `DataLoaders`.

import Figures
import Notebook
import Tensors
import Training
import Vision

// Photos in folders are not what a net learns from. It wants batches: tensors of pictures, with their labels as
// numbers. And it wants two kinds of them, some to learn from and others for validation. The book's `DataLoaders` is
// the name of that pair, and is four lines long. It stores whatever loaders it is given, gives them back by their
// number, and calls the first `train` and the second `valid`. In Swift:

/// Any number of loaders, of which the first two have names. (The book's `DataLoaders`.)
public struct FourLineLoaders<Batch> {
    let loaders: [DataLoader<Batch>]
    public init(_ loaders: DataLoader<Batch>...) { self.loaders = loaders }
    public subscript(place: Int) -> DataLoader<Batch> { loaders[place] }
    public var train: DataLoader<Batch> { self[0] }
    public var valid: DataLoader<Batch> { self[1] }
}

// A class so short is no achievement of anybody. But there is something to learn from it: `Learner` needs no more of
// its data than `train` and `valid`, and so works for photos, tables and texts alike. The work is done by each
// `DataLoader`, which takes items in an order, new in every epoch where one learns, and stacks so many of them.

extension ModelToProduction {
    func storedAndNamed() throws {
        var random = run.random
        let data = try bearLoaders(using: &random)
        let two = FourLineLoaders(data.train, data.valid)
        let three = FourLineLoaders(data.train, data.valid, data.valid)
        show(two[0] === two.train && two[1] === two.valid, "the first is train, the second is valid")
        show(three.loaders.count, "loaders: a third one, for a test set, is no problem")
        // The engine's `DataLoaders` stores the two that it needs by their names, and is otherwise the same:
        let engines = DataLoaders(data.train, data.valid)
        show(engines.train === two.train && engines.valid === two.valid, "the engine's has the same")

        // What one of them gives is a pair: pictures [n, 3, h, w] and n labels.
        let (x, y) = try data.oneBatch()
        show(x.shape, "the shape of a batch of photos")
        show(y.shape, "and of its labels")
        let (count, size) = (data.datasets.valid.count, data.batchSize)
        let batches = (count + size - 1) / size
        show(
            data.valid.count, "batches of the validation photos",
            predict: .count(
                "\(count) validation photos, in batches of \(size). How many batches are there?", batches))

        // The last of them is not full, and is kept: every photo has to be judged, once. Where one learns, it is left
        // out, because batch norm cannot do with a batch of a single photo. In the next epoch others will be left out.
        show(data.valid.map { $0.1.count }, "photos in each of these batches")
        show(data.train.map { $0.1.count }, "photos in each batch to learn from")
    }
}
