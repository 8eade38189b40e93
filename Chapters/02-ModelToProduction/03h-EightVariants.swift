// # Eight variants of a bear
//
// Section 2.3 · After this page you can make many photos of one, and measure whether that is any good.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// *Data augmentation* makes random variants of a photo, which look different and mean the same: turned a little, seen
// from another angle, mirrored, brighter, with less contrast. `augmentations`, the book's `aug_transforms`, is a list
// of such changes that has proved useful for most photos. To see something, the book takes twice the usual amount.
// `augmentations(times:)` does that as fastai's `mult` does it, for turns, light and perspective. (`photoForVariants`
// is the photo that is shown, and `smaller` by how much an error becomes so.)

/// The usual changes, by so many times their usual amount. (The book's `aug_transforms(mult=2)`.)
public func augmentations(times factor: Double) -> [any BatchTransform] {
    augmentations(degrees: 10 * factor, lighting: 0.2 * factor, warp: 0.2 * factor)
}

extension ModelToProduction {
    /// The number of a training photo that shows much of its bear.
    private var photoForVariants: Int { 2 }

    func twoByFour() throws {
        var random = run.random
        let plan = try firstPlan.new(batch: augmentations(times: 2))
        let data = try plan.loaders(of: try photos, using: &random)
        show(
            try data.showVariants(of: photoForVariants, count: 8, columns: 4),
            "One photo of \(dataName), changed eight times with twice the usual amount")
    }

    func oneAtATime() throws {
        // Which change is which? Each alone, about as far as it goes with twice the amount. (`FixedChange` is one that
        // is always the same.)
        var random = run.random
        let plan = try firstPlan
        let photo = try plan.datasets(of: try photos).train.photos[photoForVariants]
        let square = try PhotoPipeline(item: Resize(Size2D(sideOfPhotos))).framed(
            photo.opened(), isTraining: false, using: &random
        ).photo
        let changes: [(name: String, one: any BatchTransform)] = [
            ("flip", Flip(p: 1)), ("turn by 20°", Rotate(20...20, p: 1)), ("nearer", Zoom(1.3...1.3, p: 1)),
            ("perspective", Warp(0.4, p: 1)), ("brighter", FixedChange(Light(shift: 0.85))),
            ("more contrast", FixedChange(Light(gain: 1.67))),
        ]
        let pictures = changes.map { change in
            let pipeline = PhotoPipeline(batch: [change.one])
            return Photo(brightnesses: pipeline.augmented(square, isTraining: true, using: &random).picture).raster
        }
        show(
            ImageGrid(
                [square.raster] + pictures, titles: ["as it is"] + changes.map(\.name), columns: 7, cellSize: 128),
            "Each change alone")
        // When the net is judged, none of them happens: a quiet batch is the same twice.
        let quiet = try plan.new(batch: augmentations(times: 2)).loaders(of: try photos, using: &random)
        show(
            try quiet.oneBatch(.valid).0.scalars == quiet.oneBatch(.valid).0.scalars,
            "two batches of validation photos are the same",
            predict: .yesNo("With augmentation on: are two batches of the validation set the same?", true))
    }

    func turnedByOneDegree() throws {
        // Why is it needed? A net that has not learned anything has no idea that a bear which is turned by one degree
        // is the same bear: other numbers are at every pixel. How different is what it says of both? `distances`
        // compares that with how much it differs between one photo and another, which counts as 1.
        var random = run.random
        let (some, body) = (Array(try photos.prefix(run.size(quick: 4, usual: 16))), try body)
        let untrained = Pretrained(
            title: "the same net, untrained", architecture: body.architecture,
            state: body.untrained(using: &random).layers.stateDictionary, presize: body.presize, size: body.size)
        let degrees = [0.0, 1, 3, 6, 10, 20, 30]
        let distances = try [body, untrained].map { net in
            let x = try degrees.map { angle in
                let turn = Rotate(angle...angle, p: 1).change(of: Size2D(net.size), using: &random).map
                return try features(of: some, by: net, batch: [FixedChange(turn)])
            }
            let others = x[0].entries(some.indices.map { ($0 + some.count / 2) % some.count }, axis: 0)
            return x.map { Double(meanLength($0 - x[0]) / meanLength(others - x[0])) }
        }
        show(
            Chart(
                "What a net says of a photo that is turned", x: "degrees",
                y: "difference (1: another photo)", yLimits: 0...1.1
            ) {
                Line(degrees, distances[0], "pretrained")
                Line(degrees, distances[1], "untrained", dashed: true)
                Rule(y: 1.0, "another photo")
            }, "How far features move, mean over \(some.count) photos of \(dataName)")
        for (name, curve) in zip(["pretrained", "untrained"], distances) {
            record("turn/difference-of-one-degree-\(slug(name))", curve[1])
            record("turn/difference-of-twenty-degrees-\(slug(name))", curve[5])
        }
        // One degree is not nothing, for neither net. Nor does training alone help: a net that has seen photos as they
        // were taken has had no reason to find out that a turn means nothing. What features become in the end is for
        // the layers behind them to decide, and they learn from variants which differences not to mind.
    }

    func fromFewPhotos() throws {
        // Is it good for anything? Where photos are few it should be. Take six of each kind, and let a head learn once
        // from these as they are, and once from five variants of each. Both are judged by all other photos, as they
        // are; and by the same photos turned by 20 degrees, as somebody would take them who holds the camera badly.
        var random = run.random
        let (photos, body, count) = (try photos, try body, run.size(quick: 2, usual: 6))
        let labels = try photos.map { try kinds[parentFolder($0)]! }
        let asTheyAre = try features
        let tilt = Rotate(20...20, p: 1).change(of: Size2D(body.size), using: &random).map
        let turned = try features(of: photos, by: body, batch: [FixedChange(tilt)])
        var errors: [[[Double]]] = []
        for seed in run.seeds(run.size(quick: 2, usual: 5)) {
            var random = SplitMix64(seed: seed)
            let order = random.permutation(photos.count)
            let few = try (0..<kinds.count).flatMap { k in order.filter { labels[$0] == k }.prefix(count) }
            let others = order.filter { !few.contains($0) }
            let variants = try features(
                ofVariants: few.map { photos[$0] }, each: run.size(quick: 2, usual: 5), using: &random)
            let y = few.map { labels[$0] }
            let repeated = (0..<variants.shape[0]).map { y[$0 % y.count] }
            let heads = [
                try head(asTheyAre.entries(few, axis: 0), y, using: &random),
                try head(.cat([asTheyAre.entries(few, axis: 0), variants]), y + repeated, using: &random),
            ]
            errors.append(
                heads.map { head in
                    [asTheyAre, turned].map { (x: Tensor) -> Double in
                        errorRate(head, x.entries(others, axis: 0), others.map { labels[$0] })
                    }
                })
        }
        var table = TextTable(["learned from", "error, others as they are", "error, others turned"], decimals: 3)
        for (k, name) in ["\(count) photos of each kind", "the same and variants of them"].enumerated() {
            table.add(name, Spread(errors.map { $0[k][0] }), Spread(errors.map { $0[k][1] }))
            record("augmentation/error-on-turned-photos-\(slug(name))", over: errors.map { $0[k][1] })
        }
        show(table, "Heads on the frozen body, \(errors.count) draws of photos, \(dataName)")
        func smaller(_ j: Int) -> Double { Spread(errors.map { $0[0][j] - $0[1][j] }).mean }
        show(
            [smaller(0), smaller(1)].map { fixed($0, 3) }.joined(separator: " and "),
            "by how much variants make the error smaller: on photos as they are, and turned")
    }
}

// MARK: Helpers

/// The mean length of rows [n, k].
private func meanLength(_ x: Tensor) -> Float { (x * x).sum(axis: 1).sqrt().mean().item }
