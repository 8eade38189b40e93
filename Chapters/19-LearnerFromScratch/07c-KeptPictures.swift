// # Pictures in memory
//
// Section 19.7 · After this page you can keep a dataset in memory, and say what a metric is to be compared with.

import Figures
import Notebook
import Tensors

// From here on we train, with several starts and many epochs. Opening all the files again for every epoch would take
// longer than learning from them. The book's are too large for that to be a question: its loader opens them while the
// GPU computes. Ours are small enough to be opened once, and kept. Where fewer of them will do, they are taken at even
// distances:

/// At most so many of the numbers 0 ..< count, at even distances.
func evenPlaces(_ most: Int, of count: Int) -> [Int] {
    let wanted = min(most, count)
    return (0..<wanted).map { $0 * count / wanted }
}

// What they are kept in is one more dataset:

/// The items of another dataset, got once and kept in memory.
public struct Kept: Dataset {
    /// All inputs, [n, …].
    public let x: Tensor
    public let labels: [Int]

    public init(_ dataset: any Dataset) throws {
        var batches: [Batch] = []
        try DataLoader(dataset, batchSize: 256, workers: usualWorkers).forEachBatch { _, batch in batches.append(batch)
        }
        (x, labels) = (batches.isEmpty ? Tensor.zeros(0) : .cat(batches.map(\.x)), batches.flatMap(\.y))
    }

    private init(x: Tensor, labels: [Int]) { (self.x, self.labels) = (x, labels) }

    public var count: Int { labels.count }
    public subscript(index: Int) -> (x: Tensor, y: Int) { (x[index], labels[index]) }

    /// At most so many of the items, at even distances.
    public func thinned(to most: Int) -> Kept { self[evenPlaces(most, of: count)] }

    /// The items of the first classes.
    public func ofClasses(below end: Int) -> Kept { self[labels.indices.filter { labels[$0] < end }] }

    private subscript(places: [Int]) -> Kept { Kept(x: x.rows(places), labels: places.map { labels[$0] }) }
}

// The pictures of this run are kept in `keptPictures`, 32 × 32 pixels each. The book's nets see four times as many
// pixels, and so do ours with `--full`; but two cores are no graphics card. `loaders` makes of them what a training
// needs, as in the book: 128 pictures in a batch for training, 256 for validation. The order of the pictures comes from
// the generator:

extension LearnerFromScratch {
    /// How high and wide the pictures of the trainings are.
    var pictureSize: Int {
        get throws {
            // Pictures that are smaller keep their size: to enlarge them would add work, and nothing to see. Half of
            // them have a shorter side of at least `own`.
            let own = try run.once {
                let sides = try trainSet.files.map { try PictureHeader(of: $0).shorterSide }.sorted()
                return sides[sides.count / 2]
            }
            return min(max(own, 16), run.size(quick: 16, usual: 32, full: 64))
        }
    }

    var keptPictures: (train: Kept, valid: Kept) {
        get throws {
            try run.once {
                func kept(_ set: PictureDataset, _ most: Int) throws -> Kept {
                    let files = evenPlaces(most, of: set.count).map { set.files[$0] }
                    return try Kept(PictureDataset(files, labels: set.labels, size: pictureSize))
                }
                return (
                    try kept(try trainSet, run.size(quick: 140, usual: .max)),
                    try kept(try validSet, run.size(quick: 60, usual: .max))
                )
            }
        }
    }

    /// How our trainings differ from the book's.
    var whatDiffersInTraining: String {
        get throws { try whatDiffers + (pictureSize == 64 ? "" : ", \(pictureSize) × \(pictureSize) pixels") }
    }

    /// The same, if they go through all pictures of an epoch.
    var whatDiffersInAnEpoch: String {
        get throws {
            let count = try keptPictures.train.count
            return try whatDiffersInTraining
                + (count == 9469 ? "" : ", \(count) pictures in \((count + 127) / 128) batches")
        }
    }

    func loaders(
        _ pictures: (train: Kept, valid: Kept), batchSize: Int = 128, using random: inout SplitMix64
    ) -> DataLoaders {
        DataLoaders(
            train: DataLoader(pictures.train, batchSize: batchSize, shuffle: true, seed: random.next()),
            valid: DataLoader(pictures.valid, batchSize: 256))
    }
}

extension LearnerFromScratch {
    func whatIsKept() throws {
        let (train, valid) = (try keptPictures.train, try keptPictures.valid)
        show("\(train.x.shape) and \(valid.x.shape)", "pictures for training and for validation")
        show(
            "\((train.x.count + valid.x.count) / 262_144) MB", "memory for them, four bytes for each number")
    }
}

// Every number that says how good a model is needs another beside it: how good is somebody who does not look? Whoever
// gives the most frequent label of the training pictures for everything has, on the validation pictures, the accuracy
// `majorityShare`. (`majority(of:)` finds it for any pictures.)

extension LearnerFromScratch {
    /// The accuracy of always giving the most frequent label.
    func majority(of pictures: (train: Kept, valid: Kept)) -> Float {
        Float(shareOfMostFrequent(pictures.valid.labels, learnedFrom: pictures.train.labels))
    }

    /// The same, on all pictures of this run.
    var majorityShare: Float { get throws { majority(of: try keptPictures) } }

    func withoutLooking() throws {
        let classes = try labels.count
        record(
            "baseline/most-frequent-label", try majorityShare,
            ask: "\(classes) classes with about as many pictures each. How often is one answer right for all of them?")
    }
}
