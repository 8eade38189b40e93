// # Loading photos while the net learns
//
//     let loader = DataLoader(photos: files, labels: labels, pipeline: pipeline, batchSize: 64, shuffledUsing: &random)
//
// Decoding and turning photos takes longer than many a training step. So it happens on all cores, and ahead: while the
// net learns from one batch, the next two are made. What comes out does not depend on who was faster: see `ItemEpoch`.

import Common
import Tensors
import Training

extension DataLoader {
    /// Batches of photos and labels in their order: to judge a model. Nothing is left to chance.
    ///
    /// - Parameters:
    ///   - photos: files (`URL`), or photos in memory (``Photo``).
    ///   - labels: one for each photo. A label with places in the picture (``MovesWithPicture``) moves along; its
    ///     places are those of the whole photo, upright.
    ///   - pipeline: what is done with each photo.
    ///
    /// A photo that cannot be read ends the epoch; ``problem`` then says why, and `Learner.fit` throws it.
    /// ``VerifiedPhotos`` finds such files beforehand.
    public convenience init<Label: Collatable & Sendable>(
        photos: [any PhotoSource], labels: [Label], pipeline: PhotoPipeline, batchSize: Int, dropsLast: Bool = false
    ) where Batch == (Tensor, Label.Batch) {
        self.init(PhotoItems(photos, labels, pipeline), batchSize: batchSize, dropsLast: dropsLast)
    }

    /// Batches of photos and labels in a new random order every epoch, changed at random: for training.
    ///
    /// - Parameters: as above.
    ///   - random: gives the loader the seed of all its epochs.
    public convenience init<Label: Collatable & Sendable>(
        photos: [any PhotoSource], labels: [Label], pipeline: PhotoPipeline, batchSize: Int, dropsLast: Bool = false,
        shuffledUsing random: inout some RandomNumberGenerator
    ) where Batch == (Tensor, Label.Batch) {
        self.init(
            PhotoItems(photos, labels, pipeline), batchSize: batchSize, dropsLast: dropsLast, shuffledUsing: &random)
    }
}

/// Photos with their labels.
struct PhotoItems<Label: Collatable & Sendable>: ItemSource {
    typealias Batch = (Tensor, Label.Batch)

    let photos: [any PhotoSource]
    let labels: [Label]
    let pipeline: PhotoPipeline
    var count: Int { photos.count }

    init(_ photos: [any PhotoSource], _ labels: [Label], _ pipeline: PhotoPipeline) {
        require(
            photos.count == labels.count, "a DataLoader of photos",
            "\(counted(photos.count, "photo")) came with \(counted(labels.count, "label"))")
        (self.photos, self.labels, self.pipeline) = (photos, labels, pipeline)
    }

    /// Pictures are written into the batch at once; only labels are items.
    func begin(_ count: Int) -> PictureBatch { PictureBatch(count, pipeline.size) }

    func make(_ place: Int, seed: UInt64?, slot: Int, of batch: PictureBatch) throws -> Label {
        var random = itemStream(seed, place)
        let opened = try photos[place].opened()
        let (photo, frame) = try pipeline.framed(opened, isTraining: seed != nil, using: &random)
        let change = pipeline.change(of: photo.size, isTraining: seed != nil, using: &random)
        let size = pipeline.size(of: photo.size)
        batch.fill(slot, size, name: opened.name) { pipeline.write(photo, changed: change, to: $0) }
        guard let label = labels[place] as? any MovesWithPicture else { return labels[place] }
        return label.moved(by: frame.then(change.map), from: opened.size, to: size) as! Label
    }

    func finish(
        _ batch: PictureBatch, _ labels: [Label], number: Int, seed: UInt64?
    ) throws -> (Tensor, Label.Batch) { (Tensor(array: try batch.pictures()), Label.collate(labels)) }
}
