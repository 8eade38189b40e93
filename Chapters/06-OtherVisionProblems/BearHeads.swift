// How the heads for bears are trained and asked: what pages 03k and 03l share.

import Foundation
import Notebook
import Tabular
import Tensors
import Training
import Vision

/// What one split has given.
struct BearRun {
    /// One for each head.
    let answers: [BearAnswers]
    let heads: [FeatureHead]
    /// The bears that were not learned from, by their places.
    let held: [Int]
    /// What is on the strangers that were judged.
    let strangerLabels: [[String]]
}

extension OtherVisionProblems {
    /// The body that sees bears: as good as the bears are real.
    var bearBody: Pretrained {
        get throws { try run.once { try .best(of: run, photosAreReal: bearSource.folder != nil) } }
    }

    /// "photos of bears": for captions.
    var bearName: String { bearSource.folder == nil ? "generated dogs in place of bears" : "bears" }

    var bearHeadNames: [String] { ["softmax", "sigmoids", "sigmoids that know others"] }

    /// Photos of bears that can be read, with their kinds as numbers, and their features.
    var bears: (files: [URL], kinds: [Int], names: [String], x: Tensor) {
        get throws {
            try run.once {
                let all = try bearSource.contents
                let readable = Set(VerifiedPhotos(all.files).readable)
                let places = all.files.indices.filter { readable.contains(all.files[$0]) }
                // A quarter of them judges, and heads learn from the others.
                guard places.count >= 8, Set(places.map { all.kinds[$0] }).count > 1 else {
                    throw PhotoProblem(
                        all.folder.path,
                        "\(places.count) of \(all.files.count) photos can be read; at least eight of two kinds are needed",
                        try: "at least eight photos, in a folder for each of at least two kinds")
                }
                let names = Vocabulary(places.map { all.kinds[$0] })
                let (body, files) = (try bearBody, places.map { all.files[$0] })
                return (
                    files, places.map { names[all.kinds[$0]]! }, names.classes,
                    try features(of: files, body.body(), quietPipeline(body))
                )
            }
        }
    }

    /// Photos of this chapter that show no bear: their features, labels, and whether they are for validation.
    var strangers: (x: Tensor, labels: [[String]], isValid: [Bool]) {
        get throws {
            try run.once {
                let withBears = try namesOfBears
                let photos = try photos
                let places = photos.indices.filter { !withBears.contains(photos[$0].fname) }
                let body = try bearBody
                // Where both data sets are real, or neither, the features are there already.
                let isSame = (bearSource.folder == nil) == (source.folder == nil)
                let x =
                    isSame
                    ? try sceneFeatures.x.entries(places, axis: 0)
                    : try features(of: places.map { photoOf(photos[$0]) }, body.body(), quietPipeline(body))
                return (x, places.map { labelsOf(photos[$0]) }, places.map { photos[$0].isValid })
            }
        }
    }

    /// The files that show a bear, according to a table with more classes, if the data set has one.
    private var namesOfBears: Set<String> {
        get throws {
            let file = try scenes.folder.appending(path: "train.csv")
            let frame = file == (try scenes.table) ? try scenes.frame : try DataFrame(csv: file, LabelledPhotos.options)
            let rows = zip(
                try frame.column("fname", of: file.path).strings, try frame.column("labels", of: file.path).strings)
            return Set(rows.filter { $1.map { $0.contains("bear") } ?? false }.compactMap(\.0))
        }
    }

    /// Several splits, each with three heads.
    var bearRuns: [BearRun] {
        get throws {
            try run.once {
                let (bears, others) = (try bears, try strangers)
                let free = others.labels.indices.filter { !others.isValid[$0] }
                // As many as there are bears: if most photos show none, saying nothing pays too well.
                let most = min(free.count, bears.files.count)
                let known = (0..<most).map { free[$0 * free.count / most] }
                let judged = others.labels.indices.filter { others.isValid[$0] }
                return run.overSeedsAtOnce(run.size(quick: 2, usual: 5)) { random in
                    let order = random.permutation(bears.files.count)
                    let held = Array(order[..<(order.count / 4)]), learned = Array(order[(order.count / 4)...])
                    let heads = bearHeads(
                        bears.x.entries(learned, axis: 0), IntTensor(learned.map { bears.kinds[$0] }),
                        bears.names.count,
                        strangers: others.x.entries(known, axis: 0), using: &random)
                    let answers = heads.indices.map { k in
                        let own = probabilities(heads[k](bears.x.entries(held, axis: 0)), k)
                        let strange = probabilities(heads[k](others.x.entries(judged, axis: 0)), k)
                        return BearAnswers(
                            bears: own.max(axis: 1).values.scalars,
                            rightKind: zip(own.argmax(axis: 1).scalars, held).map { $0 == bears.kinds[$1] },
                            strangers: strange.max(axis: 1).values.scalars)
                    }
                    return BearRun(
                        answers: answers, heads: heads, held: held, strangerLabels: judged.map { others.labels[$0] })
                }
            }
        }
    }

    /// The three heads, in the order of their names.
    private func bearHeads(
        _ x: Tensor, _ kinds: IntTensor, _ count: Int, strangers: Tensor, using random: inout SplitMix64
    ) -> [FeatureHead] {
        let ones = Tensor.stack(kinds.scalars.map { kind in Tensor((0..<count).map { $0 == kind ? 1 : 0 }) })
        let (all, zeros) = (Tensor.cat([x, strangers]), Tensor.cat([ones, .zeros(strangers.shape[0], count)]))
        let steps = run.size(quick: 5, usual: 80)
        return [
            FeatureHead(x, outputs: count, steps: steps, using: &random) { crossEntropy($0, kinds) },
            FeatureHead(x, outputs: count, steps: steps, using: &random) { binaryCrossEntropyWithLogits($0, ones) },
            FeatureHead(all, outputs: count, steps: steps, using: &random) { binaryCrossEntropyWithLogits($0, zeros) },
        ]
    }

    /// Activations of a head as probabilities: by softmax for the first one, by sigmoids for the others.
    func probabilities(_ activations: Tensor, _ head: Int) -> Tensor {
        head == 0 ? activations.softmax(axis: 1) : activations.sigmoid()
    }

    /// Photos with two kinds, and what each head of the first split says of them.
    var bearPairs: BearPairs {
        get throws {
            try run.once {
                let (bears, first, body) = (try bears, try bearRuns[0], try bearBody)
                let side = Size2D(body.isLarge ? body.size : run.size(quick: 32, usual: 96))
                let pipeline = PhotoPipeline(item: Resize(side))
                var (photos, numbers) = ([Photo](), [(Int, Int)]())
                // Each of them with one that comes some places later, where that is of another kind.
                for (k, a) in first.held.enumerated() {
                    let b = first.held[(k + 7) % first.held.count]
                    if bears.kinds[a] == bears.kinds[b] || photos.count == run.size(quick: 6, usual: 32) { continue }
                    var random = SplitMix64(seed: 1)
                    let two = try [a, b].map {
                        try pipeline.framed(bears.files[$0], isTraining: false, using: &random).photo
                    }
                    photos.append(joined(two[0], two[1]))
                    numbers.append((bears.kinds[a], bears.kinds[b]))
                }
                if photos.isEmpty { return BearPairs(photos: [], numbers: [], kinds: [], probabilities: []) }
                let x = try features(
                    of: photos, body.body(), PhotoPipeline(item: Resize(side, .squish), normalization: .imageNet))
                return BearPairs(
                    photos: photos, numbers: numbers, kinds: numbers.map { (bears.names[$0.0], bears.names[$0.1]) },
                    probabilities: first.heads.enumerated().map { k, head in probabilities(head(x), k) })
            }
        }
    }
}

/// Photos with two kinds, side by side.
struct BearPairs {
    let photos: [Photo]
    let numbers: [(Int, Int)]
    let kinds: [(String, String)]
    /// [photos, kinds] for each head.
    let probabilities: [Tensor]
}

/// Two photos of the same height, side by side.
func joined(_ left: Photo, _ right: Photo) -> Photo {
    var pixels: [UInt8] = []
    for row in 0..<left.height {
        for photo in [left, right] {
            let width = 3 * photo.width
            pixels += photo.pixels[row * width..<(row + 1) * width]
        }
    }
    return Photo(height: left.height, width: left.width + right.width, pixels: pixels)
}
