// # One point of a face
//
// Section 6.4 · After this page you have trained a key-point model on faces, from a table.

import Common
import Datasets
import Figures
import Notebook
import Tensors
import Training
import Vision

// Heads before a camera are one kind of picture; faces that were cut out of photos are another. The data of this page
// are a table. Each row has the name of a picture, and then 136 numbers: the column and row of 68 places of the face,
// in pixels. Pictures have all sizes, so the numbers of two rows cannot be compared before they are scaled. Here is
// what is needed of a row, `FaceItem`. The page has `faceItems` of all pictures that can be read; nets see them at
// `faceSize`, and a `faceLearner` learns some of their places:

/// A face with its places, and the size of its picture.
struct FaceItem: Sendable, CustomStringConvertible {
    let face: MarkedFace
    let size: Size2D
    /// Whether the folder has it among those for validation.
    let isTest: Bool

    var description: String { face.picture.path }
    /// All places. A column in a table is that of a pixel's middle, hence the half.
    var label: KeyPoints { KeyPoints(face.points.map { Point($0.x + 0.5, $0.y + 0.5) }, in: size) }
    /// The tip of the nose: number 30, counted from 0.
    var nose: KeyPoints { KeyPoints([label.points[min(30, face.points.count - 1)]], in: size) }
}

extension OtherVisionProblems {
    /// All faces whose pictures can be read.
    var faceItems: [FaceItem] { get throws { try readFaces.items } }

    /// How large nets see faces.
    var faceSize: Size2D { Size2D(run.size(quick: 32, usual: 64)) }

    func tableOfFaces() throws {
        let items = try faceItems
        show(
            "\(items.count { !$0.isTest }) and \(items.count(where: \.isTest))",
            "faces to learn from, and for validation, of \(facesName)")
        let sizes = items.map { max($0.size.width, $0.size.height) }.sorted()
        let problems = try readFaces.problems
        if let first = problems.first { show("\(problems.count), the first: \(first)", "pictures passed over") }
        show(
            "\(sizes[0]) to \(sizes.last!), half of them below \(sizes[sizes.count / 2])",
            "longer sides of the pictures, in pixels")
        let some = stride(from: 0, to: items.count, by: max(1, items.count / 6)).prefix(6).map { items[$0] }
        show(
            ImageGrid(
                try some.map { try Photo($0.face.picture).raster.dotted($0.label, .orange) }, columns: 3, cellSize: 240),
            "Faces of \(facesName), with their places")

        // Who is to judge? The folder divides the faces itself. But look at the names: pictures of one person have one
        // name, and different numbers at its end.
        let known = Set(items.filter { !$0.isTest }.map(\.face.person))
        let both = items.filter { $0.isTest && known.contains($0.face.person) }.count
        record(
            "faces/judged-persons-that-were-learned-from", both,
            predict: .choice(
                "How many of the validation faces show somebody who is learned from, too?",
                ["none", "some", "all"],
                answer: both == 0 ? "none" : both == items.count(where: \.isTest) ? "all" : "some"))

        // So it is left to us to keep people apart. Those who are to judge shall be strangers:
    }

    /// Faces for validation, and those of other people to learn from.
    var strangeFaces: (train: [FaceItem], judged: [FaceItem]) {
        get throws {
            let items = try faceItems
            let judged = items.filter(\.isTest), people = Set(judged.map(\.face.person))
            let strange = items.filter { !$0.isTest && !people.contains($0.face.person) }
            guard !strange.isEmpty else {
                throw DatasetError(
                    judged[0].face.picture.deletingLastPathComponent().path,
                    "everybody who is to be learned from is among those who judge, too",
                    try: "in the folder training, a picture of somebody else")
            }
            return (strange, judged)
        }
    }

    /// A learner of places of faces.
    func faceLearner(
        _ train: [FaceItem], _ judged: [FaceItem], points: Int, flips: Bool,
        label: @escaping @Sendable (FaceItem) -> KeyPoints,
        using random: inout SplitMix64
    ) throws -> VisionLearner<PointBlock> {
        let items = train + judged
        let block = DataBlock<FaceItem, PointBlock>(
            target: PointBlock(points), items: { _ in [] }, splitter: .index(Array(train.count..<items.count)),
            getX: { $0.face.picture }, getY: label, item: Resize(faceSize, .squish),
            batch: augmentations(flip: flips, degrees: 15, zoom: 1.2, warp: 0))
        let data = try block.loaders(of: items, batchSize: headBatch, using: &random)
        let learner = VisionLearner(
            data, body: try headBody.body(), head: headPlan, using: &random)
        learner.unfreeze()
        return learner
    }

    func tipOfTheNose() throws {
        // One point first, the tip of the nose. It is in the middle of most of these pictures, so that "always the
        // mean" is not bad at all. That is why no error says anything without it:
        let (train, judged) = try strangeFaces
        var random = run.random
        let learner = try faceLearner(train, judged, points: 1, flips: true, label: \.nose, using: &random)
        try EpochReporting.silently { try learner.fitOneCycle(run.size(quick: 1, usual: 10), 1e-2) }
        let (error, baseline) = (learner.learner.recorder.rows.last!.validLoss, learner.data.datasets.errorOfTheMean)
        var table = TextTable(["who", "error, % of the width"], decimals: 2)
        table.add("always the mean", percentOfWidth(baseline))
        table.add(try headBody.title, percentOfWidth(error))
        show(table, "\(facesName): the tip of the nose, \(train.count) faces learned from, \(judged.count) judged")
        record("faces/error-of-the-nose", percentOfWidth(error))
        record("faces/error-of-the-mean-nose", percentOfWidth(baseline))
        show(
            try learner.showResults(count: 6, columns: 3),
            "\(facesName): where the tip of the nose is (orange), and where the net says (blue)")
    }
}
