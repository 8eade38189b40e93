// What the pages about masks share: the plan of the data, what is judged, and trainings of nets with each way up, over
// several seeds. How it is made is told on the pages of section 15.2.

import Datasets
import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

extension Architectures {
    /// What the codes mean.
    var maskBlock: MaskBlock { get throws { MaskBlock(codes: try streets.codes) } }

    /// The size of the pictures as the nets see them. Its sides can be halved four times.
    var streetSize: Size2D {
        get throws {
            let first = try streets.scenes[0].photo.size
            let isWide = Double(first.width) > 1.15 * Double(first.height)
            let side = run.size(quick: 32, usual: 48, full: 96)
            return Size2D(side, isWide && run.size != .quick ? side * 4 / 3 : side)
        }
    }

    /// The plan of the data: pictures with their masks, divided as the data set says.
    var streetPlan: DataBlock<StreetScene, MaskBlock> {
        get throws {
            let scenes = try streets.scenes
            return DataBlock(
                target: try maskBlock, items: { _ in scenes },
                splitter: Splitter("the list of the data set") { scenes in
                    (scenes.indices.filter { !scenes[$0].isValid }, scenes.indices.filter { scenes[$0].isValid })
                }, getX: \.photo, getY: \.mask, item: Resize(try streetSize, .squish),
                batch: [Flip(), Brightness(0.2)])
        }
    }

    /// The pictures in two sets and in batches.
    func streetLoaders(using random: inout SplitMix64) throws -> PhotoLoaders<MaskBlock> {
        try streetPlan.loaders(of: try streets.scenes, batchSize: 8, using: &random)
    }

    /// The validation pictures with their masks, as the nets see them.
    var judgedStreets: JudgedStreets {
        get throws {
            try run.once {
                var random = run.random
                let data = try streetLoaders(using: &random)
                var all = JudgedStreets()
                let loader = data.quiet(.valid)
                for (x, y) in loader {
                    all.pictures += data.rasters(x).map { Photo($0) }
                    all.masks += (0..<x.shape[0]).map { data.target.value(in: y, at: $0) }
                }
                if let problem = loader.problem { throw problem }
                return all
            }
        }
    }
}

/// Pictures with masks, all of one size.
struct JudgedStreets: Sendable {
    var pictures: [Photo] = []
    var masks: [Mask] = []

    /// The places of so many pictures, from all over the list: of each stretch, the one with the most classes.
    func colourful(_ count: Int) -> [Int] {
        let kinds = masks.map { Set($0.codes).count }
        let count = min(count, masks.count)
        return (0..<count).map { part in
            let stretch = part * masks.count / count..<(part + 1) * masks.count / count
            return stretch.max { (kinds[$0], $1) < (kinds[$1], $0) }!
        }
    }
}

/// A way from a body's last maps to the size of the picture.
enum WayUp: String, CaseIterable, Sendable {
    case copied = "copies and convolutions"
    case transposed = "transposed convolutions"
    case crossing = "U-Net"
    case cut = "U-Net with cut connections"
}

/// What a trained net says of the validation pictures.
struct JudgedMasks: Sendable {
    var counts: PixelCounts
    var thin: ThinPixels
    /// What it says of each.
    var masks: [Mask]
}

extension Architectures {
    /// For how many epochs each way up is trained.
    var epochsOfWays: Int { run.size(quick: 1, usual: 4, full: 20) }

    /// All ways up, trained alike over several seeds: for each seed and each way what the net says. (Sections 15.2's
    /// pages tell how.)
    var trainedWays: [[WayUp: JudgedMasks]] {
        get throws {
            try run.once {
                let (block, judged) = (try maskBlock, try judgedStreets)
                let seeds = run.size(quick: 1, usual: 3, full: 5)
                return try run.overSeedsAtOnce(seeds) { random in
                    var results: [WayUp: JudgedMasks] = [:]
                    for way in WayUp.allCases {
                        var own = random  // the same chance for each way
                        results[way] = try trained(way, epochs: epochsOfWays, using: &own).judgedMasks(judged, block)
                    }
                    return results
                }
            }
        }
    }

    /// A net with one of the ways up, trained.
    private func trained(_ way: WayUp, epochs: Int, using random: inout SplitMix64) throws -> any MaskLearner {
        let (body, data) = (try smallPretrained.body(), try streetLoaders(using: &random))
        switch way {
        case .copied, .transposed:
            let net = plainNet(way, body, outputs: data.target.outputs, using: &random)
            return try trained(PixelLearner(data, net: net), epochs)
        case .crossing, .cut:
            let net = DynamicUNet(body, outputs: data.target.outputs, least: leastMaps, using: &random)
            if way == .cut { cutConnections(of: net) }
            return try trained(PixelLearner(data, net: net), epochs)
        }
    }

    /// One cycle, the body at lower rates.
    private func trained<Net>(_ learner: PixelLearner<MaskBlock, Net>, _ epochs: Int) throws -> any MaskLearner {
        try EpochReporting.silently { try learner.fitOneCycle(epochs, .slice(1e-3, 1e-2)) }
        return learner
    }
}

/// A learner of masks, whatever its net.
protocol MaskLearner {
    func scores(_ x: Tensor) -> Tensor
    var data: PhotoLoaders<MaskBlock> { get }
}

extension PixelLearner: MaskLearner where Target == MaskBlock {}

extension MaskLearner {
    /// What the net says of all validation pictures.
    func judgedMasks(_ judged: JudgedStreets, _ block: MaskBlock) throws -> JudgedMasks {
        var said: [Mask] = []
        let loader = data.quiet(.valid)
        for (x, _) in loader {
            let codes = scores(x).argmax(axis: 1)
            said += (0..<x.shape[0]).map { block.value(in: codes, at: $0) }
        }
        if let problem = loader.problem { throw problem }
        var result = JudgedMasks(
            counts: PixelCounts(classes: block.outputs, void: block.void), thin: ThinPixels(), masks: said)
        for (mask, actual) in zip(said, judged.masks) {
            result.counts.add(Mask.collate([mask]), Mask.collate([actual]))
            result.thin.add(mask, actual, void: block.void)
        }
        return result
    }
}
