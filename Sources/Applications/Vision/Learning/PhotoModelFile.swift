// A trained net for photos in a file: what `ModelFile.swift` says of all models, and its head.

import Foundation
import Layers
import Tensors

/// What the metadata say.
private struct PhotoModelCard: ModelCard {
    static let (key, current, prefix) = ("photo model", 1, "net.")

    var version = Self.current
    var architecture: String
    var head: HeadPlan
    var kind: String
    var target: [String]
    var pipeline: SavedPipeline
    var checksum: UInt64?

    var nonsense: String? {
        head.hidden.allSatisfy { $0 > 0 } && head.dropout >= 0 && head.dropout < 1 && (1...64).contains(head.grid ?? 1)
            ? nil : "its head makes no sense"
    }
}

// MARK: Writing

extension VisionLearner {
    /// Writes the net with all that is needed to use it to one file: weights, vocabulary, transforms and statistics.
    /// (The book's `export`.)
    /// - Throws: ``ModelFileProblem``; what was there before is still there.
    public func export(to file: URL) throws { try model.export(to: file) }
}

extension PhotoModel {
    /// See ``VisionLearner/export(to:)``.
    public func export(to file: URL) throws {
        let saved: SavedPipeline
        do { saved = try SavedPipeline(pipeline) } catch {
            throw ModelFileProblem(file.path, "the model cannot be exported: \(error)")
        }
        try PhotoModelCard(
            architecture: architecture, head: head, kind: Target.kind, target: target.saved, pipeline: saved
        ).write(net, to: file)
    }
}

// MARK: Reading

extension PhotoModel {
    /// Reads what `export` has written.
    /// - Parameter architectures: those of your own, beside ``Architecture/known``.
    /// - Throws: ``ModelFileProblem`` for a file that is missing, damaged, of another kind, or of an architecture that
    ///   is not known.
    public init(_ file: URL, architectures: [Architecture] = []) throws {
        let saved = try ModelFile<PhotoModelCard>(reading: file)
        let (target, pipeline) = try saved.meaning(of: Target.self)
        var random = SplitMix64(seed: 0)
        let (body, plan) = (try saved.body(architectures, using: &random), saved.card.head)
        guard headShapes(in: saved.state) == plan.shapes(body.channels, outputs: target.outputs) else {
            throw saved.problem("the layers of its head are not those that it describes")
        }
        let head = plan.layers(body.channels, outputs: target.outputs, using: &random)
        let net = TransferNet(body, head: head)
        try saved.load(into: net)
        self.init(
            net: net, target: target, pipeline: pipeline, head: plan, architecture: saved.card.architecture)
    }
}

/// The shapes of the head's linear layers. They are compared before a head is made, so that no more memory is taken
/// for it than the file itself has bytes.
private func headShapes(in state: [String: Tensor]) -> [[Int]] {
    let weights = state.compactMap { name, value -> (layer: Int, shape: [Int])? in
        guard let match = name.wholeMatch(of: #/head\.layers\.(\d+)(?:\.maps)?\.weight/#) else { return nil }
        return Int(match.output.1).map { ($0, value.shape) }
    }
    return weights.sorted { $0.layer < $1.layer }.map(\.shape)
}

extension HeadPlan {
    /// What the shapes of the linear layers must be.
    fileprivate func shapes(_ channels: Int, outputs: Int) -> [[Int]] {
        if points == true { return [[outputs / 2, channels, 1, 1]] }
        let widths = widths(channels, outputs: outputs)
        return zip(widths, widths.dropFirst()).map { [$1, $0] }
    }
}
