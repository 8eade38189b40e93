// # A trained U-Net in a file
//
//     try learner.export(to: file)
//     …
//     let model = try UNetModel<MaskBlock>(file)            // in another program
//     let mask = try model.predict(photo).value
//
// As with other models (see `ModelFile.swift`) the file names the architecture of the body, everything in it is checked
// before it is used, and nothing in it is run.

import Foundation
import Layers
import Tensors

/// A U-Net with all that is needed to use it: what is done with photos, and what its answers mean.
public struct UNetModel<Target: TargetBlock> {
    public let net: DynamicUNet
    public let target: Target
    public let pipeline: PhotoPipeline
    /// What the body is called, and how few maps a level may have: for a file.
    public let architecture: String
    public let least: Int

    /// What the net says of a photo.
    /// - Throws: ``PhotoProblem``, which names the file that cannot be read.
    public func predict(_ photo: any PhotoSource) throws -> Prediction<Target> {
        let x = try pipeline.batch([photo])
        net.eval()
        let outputs = noGrad { target.activated(net(x)) }[0]
        let value = target.value(of: outputs)
        return Prediction(value: value, outputs: outputs, text: target.text(of: value))
    }
}

/// What the metadata say.
private struct UNetCard: ModelCard {
    static let (key, current, prefix) = ("U-Net", 1, "")

    var version = Self.current
    var architecture: String
    var least: Int
    var kind: String
    var target: [String]
    var pipeline: SavedPipeline
    var checksum: UInt64?

    var nonsense: String? { (1...1024).contains(least) ? nil : "its net makes no sense" }
}

// MARK: Writing

extension PixelLearner where Net == DynamicUNet {
    /// The net with all that is needed to use it.
    public var model: UNetModel<Target> {
        UNetModel(
            net: net, target: data.target, pipeline: data.pipeline, architecture: net.bodyName, least: net.least)
    }

    /// What the net says of a photo.
    /// - Throws: ``PhotoProblem``, which names the file that cannot be read.
    public func predict(_ photo: any PhotoSource) throws -> Prediction<Target> { try model.predict(photo) }

    /// Writes the net with all that is needed to use it to one file. (The book's `export`.)
    /// - Throws: ``ModelFileProblem``; what was there before is still there.
    public func export(to file: URL) throws { try model.export(to: file) }
}

extension UNetModel {
    /// Writes it to one file.
    /// - Throws: ``ModelFileProblem``; what was there before is still there.
    public func export(to file: URL) throws {
        let saved: SavedPipeline
        do { saved = try SavedPipeline(pipeline) } catch {
            throw ModelFileProblem(file.path, "the model cannot be exported: \(error)")
        }
        try UNetCard(
            architecture: architecture, least: least, kind: Target.kind, target: target.saved, pipeline: saved
        ).write(net, to: file)
    }
}

// MARK: Reading

extension UNetModel {
    /// Reads what `export` has written.
    /// - Parameter architectures: those of your own, beside ``Architecture/known``.
    /// - Throws: ``ModelFileProblem`` for a file that is missing, damaged, of another kind, or of an architecture that
    ///   is not known.
    public init(_ file: URL, architectures: [Architecture] = []) throws {
        let saved = try ModelFile<UNetCard>(reading: file)
        let (target, pipeline) = try saved.meaning(of: Target.self)
        let (card, state) = (saved.card, saved.state)
        var random = SplitMix64(seed: 0)
        let body = try saved.body(architectures, using: &random)
        // Before memory is taken for them: that the file holds as many outputs and maps as it speaks of.
        guard state["last.bias"]?.shape == [target.outputs] else {
            throw saved.problem("its net does not have an output for each of \(target.outputs) targets")
        }
        guard let maps = state["levels.0.convolutions.layers.2.weight"]?.shape, maps.count == 4,
            maps[0] >= card.least && maps[1] >= card.least
        else { throw saved.problem("its net does not have \(card.least) maps at each level") }
        let net = DynamicUNet(body, outputs: target.outputs, least: card.least, using: &random)
        try saved.load(into: net)
        self.init(
            net: net, target: target, pipeline: pipeline, architecture: card.architecture, least: card.least)
    }
}
