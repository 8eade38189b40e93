// What section 2.6 shares: bears as cameras see them, turned into features once, and last layers that learn from some.

import Common
import Datasets
import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

/// What a last layer says of photos that it has not learned from.
struct CameraSplit {
    /// The true kinds of the photos that judge, and their places among all photos.
    let kinds: [Int], places: [Int]
    /// For each trouble probabilities [photos, kinds]; the last are those of strangers.
    let probabilities: [Tensor]
    /// Three signs of a strange picture, each for all troubles and for strangers: high where it is strange.
    let signs: [[[Double]]]
    /// The share of the most frequent kind, and of bears from behind that are right; nil where there are none.
    let baseline: Double, fromBehind: Double?

    func said(_ trouble: Int) -> [Int] { probabilities[trouble].argmax(axis: 1).scalars.map { Int($0) } }
    func sureness(_ trouble: Int) -> [Double] {
        probabilities[trouble].max(axis: 1).values.scalars.map { Double($0) }
    }
    func accuracy(_ trouble: Int) -> Double { fraction(zip(said(trouble), kinds).count { $0 == $1 }, kinds.count) }

    /// The share of photos about which the answer is wrong, and more than 0.9 sure.
    func sureAndWrong(_ trouble: Int) -> Double {
        let (said, sure) = (said(trouble), sureness(trouble))
        return fraction(kinds.indices.count { said[$0] != kinds[$0] && sure[$0] > 0.9 }, kinds.count)
    }
}

private func fraction(_ part: Int, _ all: Int) -> Double { Double(part) / Double(max(all, 1)) }

/// Photos under all troubles, and several last layers.
struct CameraWatch {
    let names: [String]
    /// As the net sees them, before normalization [3, h, w], and the kind of each.
    let pictures: [Tensor], kinds: [Int]
    let splits: [CameraSplit]
}

/// What the body says of all pictures: for each trouble, and of strangers, [n, channels]; and of generated bears from
/// behind, with their kinds.
private struct CameraFeatures {
    let rows: [Tensor]
    let behind: Tensor?, behindKinds: [Int]
}

extension ModelToProduction {
    /// Bears as cameras see them. Faulty files are known where bears are generated; they are left out here, as if they
    /// had been cleaned away.
    var cameraWatch: CameraWatch {
        get throws {
            try run.once {
                let (bears, vocabulary) = (try bears, try self.kinds)
                let photos = try photos.filter { bears.faults[bears.shortName($0)] == nil }
                let kinds = photos.map { vocabulary[parentFolder($0)]! }
                let pictures = try cameraPictures(photos)
                let features = try cameraFeatures(pictures, vocabulary)
                let splits = run.overSeedsAtOnce(run.size(quick: 2, usual: 5)) { random in
                    cameraSplit(features, kinds, vocabulary.classes.count, using: &random)
                }
                return CameraWatch(names: vocabulary.classes, pictures: pictures, kinds: kinds, splits: splits)
            }
        }
    }

    /// Photos of one size, with brightnesses from 0 to 1, [3, h, w] each.
    private func cameraPictures(_ photos: [any PhotoSource]) throws -> [Tensor] {
        let side = try body.isLarge ? run.size(quick: 32, usual: 96, full: 160) : run.size(quick: 32, usual: 64)
        let all = try PhotoPipeline(item: Resize(Size2D(side))).batch(photos)
        return (0..<photos.count).map { all[$0] }
    }

    private func cameraFeatures(_ pictures: [Tensor], _ vocabulary: Vocabulary) throws -> CameraFeatures {
        let layers = try body.body().layers
        layers.eval()
        func features(_ pictures: [Tensor]) -> Tensor {
            let rows = stride(from: 0, to: pictures.count, by: 32).map { first in
                let x = Tensor.stack(Array(pictures[first..<min(first + 32, pictures.count)]))
                return noGrad { layers(Normalization.imageNet(x)).mean(axes: 2, 3) }
            }
            return .cat(rows)
        }
        var random = run.random
        var rows = CameraTrouble.allCases.map { trouble in features(pictures.map { trouble.seen($0, using: &random) }) }
        let scenes = try GeneratedScenes(
            count: run.size(quick: 8, usual: 60), size: 64, classes: [.car, .house, .tree, .boat, .cup], seed: run.seed)
        let strangers = (0..<scenes.count).map { Photo(height: 64, width: 64, pixels: scenes.images[$0].scalars) }
        rows.append(features(try cameraPictures(strangers)))
        guard source.folder == nil else { return CameraFeatures(rows: rows, behind: nil, behindKinds: []) }
        let folder = TemporaryFolder("bears-from-behind")
        try BearFiles(perKind: run.size(quick: 4, usual: 20), size: 128, views: [.back], seed: run.seed + 1)
            .write(to: folder.url)
        let behind = try PhotoFolders(folder.url, hint: "")
        return CameraFeatures(
            rows: rows, behind: features(try cameraPictures(behind.files)),
            behindKinds: behind.kinds.map { vocabulary[$0] ?? -1 })
    }

    /// A last layer learns from three quarters of the photos as they are, and judges the others.
    private func cameraSplit(
        _ features: CameraFeatures, _ kinds: [Int], _ count: Int, using random: inout SplitMix64
    ) -> CameraSplit {
        let order = random.permutation(kinds.count)
        let held = Array(order[..<(kinds.count / 4)]), learned = Array(order[(kinds.count / 4)...])
        let known = features.rows[0].rows(learned), y = IntTensor(learned.map { kinds[$0] })
        let head = FeatureHead(known, outputs: count, steps: run.size(quick: 5, usual: 80), using: &random) {
            crossEntropy($0, y)
        }
        let asked = features.rows.dropLast().map { $0.rows(held) } + [features.rows.last!]
        let probabilities = asked.map { head($0).softmax(axis: 1) }
        let (mean, deviation) = (known.mean(axis: 0), known.variance(axis: 0).sqrt() + 1e-3)
        func scaled(_ x: Tensor) -> Tensor { (x - mean) / deviation }
        let signs = [
            probabilities.map { $0.max(axis: 1).values.scalars.map { 1 - Double($0) } },
            asked.map { nearestDistances(scaled($0), scaled(known)) },
            asked.map { nearestDistances(mixtures($0), mixtures(known)) },
        ]
        let behind = features.behind.map { head($0).argmax(axis: 1).scalars.map { Int($0) } }
        return CameraSplit(
            kinds: held.map { kinds[$0] }, places: held, probabilities: probabilities, signs: signs,
            baseline: shareOfMostFrequent(held.map { kinds[$0] }, learnedFrom: learned.map { kinds[$0] }),
            fromBehind: behind.map { said in
                fraction(zip(said, features.behindKinds).count { $0 == $1 }, said.count)
            })
    }
}
